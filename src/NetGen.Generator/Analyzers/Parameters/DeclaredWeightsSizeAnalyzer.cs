using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0101: declared weights have other sizes than W of their layer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredWeightsSizeAnalyzer : DeclaredSizeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.WeightsSize;

    private protected override bool IsBias => false;

    private protected override object[] Arguments(string name, string has, Shape actual, NetworkFacts network, NetworkParameter weights) =>
    [
        name, has, weights.Layer.Name, network.Name, LayerText.Inputs(weights), LayerText.Units(weights), LayerText.Must(weights, actual),
    ];
}
