using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Parsing;
using NetGen.Generator.Parsing.Networks;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// What the analyzers of one compilation share: the attributes of the runtime, the networks and the marked members found so far. Most code calls nothing that
/// is marked, so the first questions here are the cheap ones.
/// </summary>
internal sealed class ShapeModel
{
    private static readonly ConditionalWeakTable<Compilation, Entry> Models = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, ParseResult> declarations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, NetworkFacts?> networks = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> markedAssemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ShapeTarget?> targets = new(SymbolEqualityComparer.Default);
    private readonly MarkedFiles files;
    private readonly INamedTypeSymbol layers;

    private ShapeModel(Compilation compilation, INamedTypeSymbol layers)
    {
        Compilation = compilation;
        this.layers = layers;
        files = new MarkedFiles(compilation);
        Marks = new ShapeMarks(this);
        Members = new MemberValues(compilation);
        Flows = new BodyFlows(this);
    }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Reads the attributes that state shapes.</summary>
    public ShapeMarks Marks { get; }

    /// <summary>Finds the only value that a readonly member can have.</summary>
    public MemberValues Members { get; }

    /// <summary>Finds the values that a body hands over to something marked.</summary>
    public BodyFlows Flows { get; }

    /// <summary>The model of a compilation; null when it does not reference the runtime, so that there is nothing to look for.</summary>
    public static ShapeModel? For(Compilation compilation) => Models.GetValue(compilation, static compilation => new Entry(Create(compilation))).Model;

    /// <summary>What a type declares, and what is wrong with it: read once for all rules, for a network of many layers has many members to look at.</summary>
    public ParseResult DeclarationOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (!declarations.TryGetValue(type, out ParseResult? declaration))
        {
            declaration = NetworkParser.Parse(type, Compilation, cancellation);
            declarations.TryAdd(type, declaration);
        }

        return declaration;
    }

    /// <summary>The network that a type is, or that a type is nested in (a predictor); null when there is none or its declaration is wrong.</summary>
    public NetworkFacts? NetworkAround(INamedTypeSymbol? type, CancellationToken cancellation)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (MayBeMarked(type.ContainingAssembly) && Network(type.OriginalDefinition, cancellation) is { } network)
            {
                return network;
            }
        }

        return null;
    }

    /// <summary>What a field, property, parameter or method (its return value) must be, by its marks; null when it has none.</summary>
    public ShapeTarget? TargetOf(ISymbol? symbol, CancellationToken cancellation)
    {
        if (symbol is null || !MayBeMarked(symbol.ContainingAssembly))
        {
            return null;
        }

        symbol = symbol.OriginalDefinition;
        if (!targets.TryGetValue(symbol, out ShapeTarget? target))
        {
            target = Marks.Read(symbol, cancellation);
            targets.TryAdd(symbol, target);
        }

        return target;
    }

    /// <summary>Whether an assembly can carry marks: it is the runtime or was compiled against it.</summary>
    public bool MayBeMarked(IAssemblySymbol? assembly)
    {
        if (assembly is null)
        {
            return false;
        }

        if (!markedAssemblies.TryGetValue(assembly, out bool marked))
        {
            marked = References(assembly);
            markedAssemblies.TryAdd(assembly, marked);
        }

        return marked;
    }

    /// <summary>Whether a symbol itself can carry an attribute of the runtime.</summary>
    public bool MayCarryMarks(ISymbol symbol) => MayBeMarked(symbol.ContainingAssembly)
        && (!SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly) || files.MayDeclare(symbol));

    private static ShapeModel? Create(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownAttributes.LayersMetadataName) is { } layers ? new ShapeModel(compilation, layers) : null;

    private NetworkFacts? Network(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (!networks.TryGetValue(type, out NetworkFacts? network))
        {
            network = KnownAttributes.DeclaresNetwork(type) && DeclarationOf(type, cancellation).Spec is { } spec ? new NetworkFacts(type, spec) : null;
            networks.TryAdd(type, network);
        }

        return network;
    }

    private bool References(IAssemblySymbol assembly)
    {
        IAssemblySymbol runtime = layers.ContainingAssembly;
        if (SymbolEqualityComparer.Default.Equals(assembly, runtime) || SymbolEqualityComparer.Default.Equals(assembly, Compilation.Assembly))
        {
            return true;
        }

        foreach (IModuleSymbol module in assembly.Modules)
        {
            foreach (AssemblyIdentity reference in module.ReferencedAssemblies)
            {
                if (reference.Name == runtime.Identity.Name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The table holds the answer "not referenced" too, which is null.
    private sealed class Entry(ShapeModel? model)
    {
        public ShapeModel? Model { get; } = model;
    }
}
