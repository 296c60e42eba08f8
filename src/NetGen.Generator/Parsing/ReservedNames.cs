using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The names that emitted members take. A method of the user may share the name of an emitted method as long as its parameters differ, as an overload for
/// pictures would; anything else of that name would make the compiler complain about emitted code, far from the cause.
/// </summary>
internal static class ReservedNames
{
    /// <summary>What the emitted members that are not for users start with.</summary>
    public const string InternalPrefix = "__";

    private static readonly HashSet<string> Names =
    [
        "InputSize", "OutputSize", "LayerCount", "ParameterCount", "Description", "IsInitialized", "Parameters", "Predictor",
    ];

    private static readonly string[] NumberedPrefixes = ["Units", "W", "b"];

    /// <summary>
    /// The emitted methods, as name`arity(parameter types), with T for the element type and !0 for the method's own type parameter. A test compares them with
    /// what is emitted.
    /// </summary>
    private static readonly string[] Methods =
    [
        "SetParameters(System.ReadOnlySpan<T>)",
        "Initialize(int)",
        "Initialize(NetGen.NumPyRandom)",
        "Predict(System.ReadOnlySpan<T>, System.Span<T>, int)",
        "Predict(System.ReadOnlySpan<T>, int)",
        "PredictClass(System.ReadOnlySpan<T>)",
        "CreatePredictor()",
        "Forward(System.ReadOnlySpan<T>)",
        "Cost(System.ReadOnlySpan<T>, System.ReadOnlySpan<T>, int)",
        "Cost(System.ReadOnlySpan<T>, System.ReadOnlySpan<int>, int)",
        "ComputeGradients(System.ReadOnlySpan<T>, System.ReadOnlySpan<T>, System.Span<T>)",
        "ComputeGradients(System.ReadOnlySpan<T>, System.ReadOnlySpan<int>, System.Span<T>)",
        "ApplyGradients`1(System.ReadOnlySpan<T>, ref !0)",
        "TrainStep(System.ReadOnlySpan<T>, System.ReadOnlySpan<T>, double, int)",
        "TrainStep(System.ReadOnlySpan<T>, System.ReadOnlySpan<int>, double, int)",
        "TrainStep`1(System.ReadOnlySpan<T>, System.ReadOnlySpan<T>, ref !0, int)",
        "TrainStep`1(System.ReadOnlySpan<T>, System.ReadOnlySpan<int>, ref !0, int)",
        "TrainStepWithCost`1(System.ReadOnlySpan<T>, System.ReadOnlySpan<T>, ref !0, int)",
        "TrainStepWithCost`1(System.ReadOnlySpan<T>, System.ReadOnlySpan<int>, ref !0, int)",
        "Fit(NetGen.Dataset<T>, NetGen.TrainingOptions, System.Threading.CancellationToken)",
        "Fit`1(NetGen.Dataset<T>, !0, NetGen.TrainingOptions, System.Threading.CancellationToken)",
        "Fit`1(NetGen.Dataset<T>, ref !0, NetGen.TrainingOptions, System.Threading.CancellationToken)",
        "Evaluate(NetGen.Dataset<T>)",
        "CheckGradients(System.ReadOnlySpan<T>, System.ReadOnlySpan<T>, double)",
        "Save(string, NetGen.ModelSaveOptions<T>)",
        "Save(System.IO.Stream, NetGen.ModelSaveOptions<T>)",
        "Load(string, NetGen.ModelLoadOptions)",
        "Load(System.IO.Stream, NetGen.ModelLoadOptions)",
        "LoadDeclaredParameters()",
    ];

    private static readonly HashSet<string> FloatSignatures = Signatures("float");

    private static readonly HashSet<string> DoubleSignatures = Signatures("double");

    private static readonly HashSet<string> MethodNames = new(Methods.Select(static method => method.Substring(0, method.IndexOfAny(['`', '(']))));

    /// <summary>Adds a problem for each name that is taken already.</summary>
    public static void Check(INamedTypeSymbol type, Compilation compilation, int layers, ElementType element, List<DeclarationProblem> problems)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            // A class of a referenced assembly: its members of these names are the emitted ones.
            return;
        }

        if (IsReserved(type.Name, layers))
        {
            Report(type.Name, new ProblemSite(SitePart.TypeName));
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (IsTaken(member, layers, element) && !EmittedFiles.Declare(member))
            {
                int index = type.GetMembers(member.Name).IndexOf(member);
                Report($"{type.Name}.{member.Name}", new ProblemSite(SitePart.Member, index, member.Name));
            }
        }

        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            foreach (ISymbol member in ancestor.GetMembers())
            {
                // An editor has the source of a referenced project and sees its internal members, which a build does not: what can be named decides, not what
                // is there.
                if (IsTaken(member, layers, element) && compilation.IsSymbolAccessibleWithin(member, type))
                {
                    Report($"{ancestor.Name}.{member.Name}", new ProblemSite(SitePart.TypeName));
                }
            }
        }

        void Report(string name, ProblemSite site) => problems.Add(DeclarationProblem.Create(ProblemKind.ReservedName, site, name, type.Name));
    }

    /// <summary>Whether an emitted member of a network of so many layers has this name.</summary>
    public static bool IsReserved(string name, int layers) =>
        Names.Contains(name) || MethodNames.Contains(name) || name.StartsWith(InternalPrefix, System.StringComparison.Ordinal) || IsNumbered(name, layers);

    /// <summary>Whether an emitted member cannot stand beside this one.</summary>
    public static bool IsTaken(ISymbol member, int layers, ElementType element)
    {
        if (member.IsImplicitlyDeclared || !IsReserved(member.Name, layers))
        {
            return false;
        }

        return member is not IMethodSymbol method
            || !MethodNames.Contains(member.Name)
            || (element == ElementType.Float ? FloatSignatures : DoubleSignatures).Contains(Signature(method));
    }

    private static bool IsNumbered(string name, int layers) => NumberedPrefixes.Any(prefix =>
        name.StartsWith(prefix, System.StringComparison.Ordinal)
        && int.TryParse(name.Substring(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int layer)
        && layer >= 1
        && layer <= layers
        && name.Length == prefix.Length + layer.ToString(CultureInfo.InvariantCulture).Length);

    private static string Signature(IMethodSymbol method)
    {
        string arity = method.Arity == 0 ? string.Empty : $"`{method.Arity.ToString(CultureInfo.InvariantCulture)}";
        return $"{method.Name}{arity}({string.Join(", ", method.Parameters.Select(Describe))})";
    }

    // Two methods that differ only by ref, in or out cannot stand side by side, so all three are written ref.
    private static string Describe(IParameterSymbol parameter) => (parameter.RefKind == RefKind.None ? string.Empty : "ref ") + parameter.Type switch
    {
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } own => $"!{own.Ordinal.ToString(CultureInfo.InvariantCulture)}",
        var other => other.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
    };

    private static HashSet<string> Signatures(string element) => new(Methods.Select(method => method.Replace("<T>", $"<{element}>")));
}
