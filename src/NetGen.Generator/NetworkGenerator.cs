using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emission;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Parsing.Networks;

namespace NetGen.Generator;

/// <summary>
/// Emits the members of each class marked with Layers or Network: find, parse, emit. It reports nothing of a declaration: analyzers explain what is wrong with
/// one, and run in every build. What it does report is that the compiler has loaded it twice, which analyzers, loaded twice as well, would say twice.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The stage that reads one declaration; from here on there are no symbols, only a record that is compared by value.</summary>
    internal const string ParseStage = "Parse";

    /// <summary>The stage that keeps the declarations that can be emitted.</summary>
    internal const string NetworkStage = "Network";

    /// <summary>The stage that asks whether this instance is to emit anything in this project.</summary>
    internal const string ProjectStage = "Project";

    /// <summary>The stage that finds the names that differ only by case, of all networks together.</summary>
    internal const string NamesStage = "Names";

    /// <summary>The stage that plans one network and writes its files.</summary>
    internal const string EmitStage = "Emit";

    private static readonly Encoding WithoutByteOrderMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var mark = new GeneratorMark();
        context.RegisterPostInitializationOutput(output => output.AddSource(GeneratorMark.HintName, mark.Text));

        var place = context.CompilationProvider
            .Select((compilation, _) => BuildRequirements.Unmet(compilation) is null ? mark.PlaceIn(compilation) : GeneratorPlace.Superfluous)
            .WithTrackingName(ProjectStage);

        var stacks = Find(context, KnownAttributes.LayersMetadataName);
        var graphs = Find(context, KnownAttributes.NetworkMetadataName);
        var ambiguousNames = Names(stacks).Combine(Names(graphs))
            .Select(static (names, _) => FindAmbiguous(names.Left.AddRange(names.Right)))
            .WithTrackingName(NamesStage);

        context.RegisterSourceOutput(place, static (output, place) => ReportSecond(output, place));
        context.RegisterSourceOutput(Emit(stacks, place).Combine(ambiguousNames), static (output, pair) => AddFiles(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(Emit(graphs, place).Combine(ambiguousNames), static (output, pair) => AddFiles(output, pair.Left, pair.Right));
    }

    private static IncrementalValuesProvider<NetworkSpec> Find(IncrementalGeneratorInitializationContext context, string attribute) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, cancellationToken) => NetworkParser.Parse(
                (INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellationToken).Spec)
        .WithTrackingName(ParseStage)
        .Where(static spec => spec is not null)
        .Select(static (spec, _) => spec!)
        .WithTrackingName(NetworkStage);

    private static IncrementalValueProvider<ImmutableArray<string>> Names(IncrementalValuesProvider<NetworkSpec> networks) =>
        networks.Select(static (spec, _) => spec.Type.HintName).Collect();

    private static IncrementalValuesProvider<EmittedNetwork> Emit(
        IncrementalValuesProvider<NetworkSpec> networks, IncrementalValueProvider<GeneratorPlace> place) => networks
        .Combine(place)
        .Where(static pair => pair.Right != GeneratorPlace.Superfluous)
        .Select(static (pair, _) => pair.Left)
        .Select(static (spec, _) => new EmittedNetwork(
            spec.Type.HintName,
            NetworkEmitter.Emit(spec).Select(static file => new EmittedFile(file.HintName, file.Text)).ToEquatableArray()))
        .WithTrackingName(EmitStage);

    private static void ReportSecond(SourceProductionContext output, GeneratorPlace place)
    {
        if (place == GeneratorPlace.First)
        {
            output.ReportDiagnostic(Diagnostic.Create(DeclarationRules.LoadedTwice, Location.None));
        }
    }

    /// <summary>The names that another name equals but for case, in a stable order: the compiler takes two files of such names for one.</summary>
    private static EquatableArray<string> FindAmbiguous(ImmutableArray<string> names) => names
        .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .SelectMany(static same => same.Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).Skip(1))
        .ToEquatableArray();

    private static void AddFiles(SourceProductionContext output, EmittedNetwork network, EquatableArray<string> ambiguousNames)
    {
        string suffix = Suffix(network.Name, ambiguousNames);
        foreach (var file in network.Files)
        {
            output.AddSource(network.Name + suffix + file.HintName.Substring(network.Name.Length), SourceText.From(file.Text, WithoutByteOrderMark));
        }
    }

    // The first of the names that differ only by case keeps its own; the others are numbered, in parentheses because no name holds those.
    private static string Suffix(string name, EquatableArray<string> ambiguousNames)
    {
        var same = ambiguousNames.Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)).ToList();
        int index = same.IndexOf(name);
        return index < 0 ? string.Empty : $"({index + 2})";
    }

    private sealed record EmittedFile(string HintName, string Text);

    private sealed record EmittedNetwork(string Name, EquatableArray<EmittedFile> Files);
}
