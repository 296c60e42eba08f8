using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;
using NetGen.Generator.Parsing.Networks;

namespace NetGen.CodeFixes;

/// <summary>Chooses the loss that fits the output of a network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ChooseLossCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        DeclarationRules.CrossEntropyWithoutSoftmax.Id, DeclarationRules.BinaryCrossEntropyWithoutSigmoid.Id, DeclarationRules.SoftmaxWithoutCrossEntropy.Id,
        DeclarationRules.LossNeedsOutput.Id, DefineRules.LossDoesNotFit.Id,
    ];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (_, node))
        {
            return null;
        }

        SemanticModel? semantics = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (node is not ExpressionSyntax loss || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
        {
            return null;
        }

        if (semantics?.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol network)
        {
            return null;
        }

        var graph = NetworkParser.Parse(network, semantics.Compilation, cancellation).Graph;
        if ((graph is null ? Fitting(network) : ActivationFacts.Of(graph.OutputFunction.Kind).Loss) is not { } fitting)
        {
            return null;
        }

        // Loss.CrossEntropy keeps what stands before the last name: the enum may be qualified.
        Edit edit = loss is MemberAccessExpressionSyntax access
            ? new Edit(document.Id, access.Name.Span, fitting.ToString())
            : new Edit(document.Id, loss.Span, $"{nameof(Loss)}.{fitting}");
        return new Repair($"Use Loss.{fitting}", [edit]);
    }

    private static Loss? Fitting(INamedTypeSymbol network)
    {
        ImmutableArray<AttributeData> declarations = KnownAttributes.Of(network, KnownAttributes.Layers);
        var problems = new List<DeclarationProblem>();
        if (declarations.IsEmpty || DeclaredSizes.Read(declarations[0], network.Name, problems) is not { Count: > 1 } sizes)
        {
            return null;
        }

        DeclaredOptions options = DeclaredOptions.Read(declarations[0], network.Name, problems);
        Dictionary<int, LayerOverride> layers =
            LayerOverrides.Read(KnownAttributes.Of(network, KnownAttributes.Layer), network.Name, sizes, options.ElementOrDefault, problems);
        Activation? said = layers.TryGetValue(sizes.Count - 1, out LayerOverride? last) && last.Activation is { } own ? own : options.Output;
        return ActivationFacts.Of(ModelRules.InferOutput(said, options.Loss, sizes[sizes.Count - 1])).Loss;
    }
}
