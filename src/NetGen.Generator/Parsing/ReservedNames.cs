using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Layers.BatchNorm;
using NetGen.Generator.Model;
using NetGen.Generator.Surface;
using NetGen.Generator.Surface.Tables;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The names that emitted members take. A method of the user may share the name of an emitted method as long as its parameters differ, as an overload for
/// pictures would; anything else of that name would make the compiler complain about emitted code, far from the cause.
/// </summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Names = new(NamesOf(SurfaceTable.Groups.Where(static group => !group.IsForEachLayer)));

    /// <summary>What the names of the members of every numbered layer start with.</summary>
    private static readonly string[] NumberedPrefixes = [SurfaceNames.Units, SurfaceNames.Weights, SurfaceNames.Biases];

    private static readonly HashSet<string> MethodNames = new(SurfaceTable.Methods.Select(static method => method.Name));

    private static readonly HashSet<string> FloatMethods = Identities(ElementType.Float);

    private static readonly HashSet<string> DoubleMethods = Identities(ElementType.Double);

    /// <summary>Adds a problem for each name that is taken already.</summary>
    /// <param name="type">The class of the network.</param>
    /// <param name="compilation">The project that asks.</param>
    /// <param name="layers">The layers whose members are numbered.</param>
    /// <param name="named">The names of the members of layers and inputs that have names.</param>
    /// <param name="element">The element type.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(
        INamedTypeSymbol type,
        Compilation compilation,
        int layers,
        IReadOnlyCollection<string> named,
        ElementType element,
        List<DeclarationProblem> problems)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            // A class of a referenced assembly: its members of these names are the emitted ones.
            return;
        }

        if (IsReserved(type.Name))
        {
            Report(type.Name, new ProblemSite(SitePart.TypeName));
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (IsTaken(member) && !EmittedFiles.Declare(member))
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
                if (IsTaken(member) && compilation.IsSymbolAccessibleWithin(member, type))
                {
                    Report($"{ancestor.Name}.{member.Name}", new ProblemSite(SitePart.TypeName));
                }
            }
        }

        bool IsReserved(string name) => ReservedNames.IsReserved(name, layers) || named.Contains(name);

        bool IsTaken(ISymbol member) => IsReserved(member.Name) && IsInTheWay(member, element);

        void Report(string name, ProblemSite site) => problems.Add(DeclarationProblem.Create(ProblemKind.ReservedName, site, name, type.Name));
    }

    /// <summary>The names of the members of a described network's layers and inputs.</summary>
    public static IReadOnlyCollection<string> Of(EquatableArray<LayerSpec> layers, EquatableArray<InputSpec> inputs) => new HashSet<string>(
    [
        .. layers.SelectMany(static layer => layer.Parameters.Select(parameter => layer.MemberName(parameter.Symbol))),
        .. layers.Where(static layer => !layer.IsNumbered).Select(static layer => layer.MemberName(SurfaceNames.Units)),
        .. inputs.SelectMany(static input => new[] { input.ColumnName, input.CountName }),
    ]);

    /// <summary>The names of the members that layers of a stack have beside W and b.</summary>
    public static IReadOnlyCollection<string> OfNormalized(IReadOnlyDictionary<int, LayerOverride> layers) => new HashSet<string>(
        layers.Where(static layer => layer.Value.BatchNorm).SelectMany(static layer => NormalizedPrefixes.Select(prefix => Numbered(prefix, layer.Key))));

    /// <summary>Whether every network has a member of this name.</summary>
    public static bool IsFixed(string name) => Names.Contains(name);

    /// <summary>Whether an emitted member of a network of so many layers has this name.</summary>
    public static bool IsReserved(string name, int layers) =>
        Names.Contains(name)
        || MethodNames.Contains(name)
        || name.StartsWith(SurfaceNames.InternalPrefix, System.StringComparison.Ordinal)
        || IsNumbered(name, layers);

    /// <summary>Whether an emitted member cannot stand beside this one.</summary>
    public static bool IsTaken(ISymbol member, int layers, ElementType element) => IsReserved(member.Name, layers) && IsInTheWay(member, element);

    /// <summary>Whether an emitted member of the same name cannot stand beside this one.</summary>
    private static bool IsInTheWay(ISymbol member, ElementType element) =>
        !member.IsImplicitlyDeclared
        && (member is not IMethodSymbol method
            || !MethodNames.Contains(member.Name)
            || (element == ElementType.Float ? FloatMethods : DoubleMethods).Contains(Identity(method)));

    private static IEnumerable<string> NormalizedPrefixes =>
        [ParameterSymbols.Of(ParameterRole.Scale), ParameterSymbols.Of(ParameterRole.Shift), BatchNormSpec.Mean, BatchNormSpec.Variance];

    private static string Numbered(string prefix, int layer) => prefix + layer.ToString(CultureInfo.InvariantCulture);

    private static bool IsNumbered(string name, int layers) => NumberedPrefixes.Any(prefix =>
        name.StartsWith(prefix, System.StringComparison.Ordinal)
        && int.TryParse(name.Substring(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int layer)
        && layer >= 1
        && layer <= layers
        && name.Length == prefix.Length + layer.ToString(CultureInfo.InvariantCulture).Length);

    // As the table writes its own methods.
    private static string Identity(IMethodSymbol method)
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

    private static IEnumerable<string> NamesOf(IEnumerable<SurfaceGroup> groups) => groups
        .SelectMany(static group => group.Members)
        .Where(static member => member is { IsNamed: true, Kind: not MemberKind.Method })
        .Select(static member => member.Name);

    private static HashSet<string> Identities(ElementType element) => new(SurfaceTable.Methods.Select(method => SurfaceSignature.Identity(method, element)));
}
