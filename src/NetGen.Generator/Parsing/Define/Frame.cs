using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing.Define;

/// <summary>One call of a method while Define is read: what its parameters and locals stand for.</summary>
/// <param name="method">The method.</param>
/// <param name="caller">The call from which it is called; null for Define.</param>
/// <param name="call">How messages speak of this call; empty for Define.</param>
internal sealed class Frame(MethodSource method, Frame? caller, string call = "")
{
    private readonly Dictionary<ISymbol, int?> nodes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, object> constants = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Symbol, Place Place)> declared = [];
    private readonly HashSet<ISymbol> used = new(SymbolEqualityComparer.Default);

    private Frame? Caller => caller;

    /// <summary>The method.</summary>
    public MethodSource Method => method;

    /// <summary>Which call this is, after what holds in it alone: " in Block(stem)"; nothing for Define, which is read once.</summary>
    public string InCall => IsDefine ? string.Empty : $" in {call}";

    /// <summary>Whether it is Define itself.</summary>
    public bool IsDefine => caller is null;

    /// <summary>The first node that the statement which is read now can have made.</summary>
    public int Start { get; set; }

    /// <summary>What was declared and never read, where it is declared.</summary>
    public IEnumerable<(ISymbol Symbol, Place Place)> Unused => declared.Where(one => !used.Contains(one.Symbol));

    /// <summary>Declares a parameter or a local; a node that is null is one whose expression was reported.</summary>
    public void Declare(ISymbol symbol, int? node, Place place)
    {
        nodes[symbol] = node;
        declared.Add((symbol, place));
    }

    /// <summary>Declares a parameter that is a constant in this call.</summary>
    public void Declare(ISymbol symbol, object constant, Place place)
    {
        constants[symbol] = constant;
        declared.Add((symbol, place));
    }

    /// <summary>Whether a symbol is a node here, and which.</summary>
    public bool TryGetNode(ISymbol symbol, out int? node)
    {
        used.Add(symbol);
        return nodes.TryGetValue(symbol, out node);
    }

    /// <summary>Whether a symbol is a constant here, and which.</summary>
    public bool TryGetConstant(ISymbol symbol, out object constant)
    {
        used.Add(symbol);
        return constants.TryGetValue(symbol, out constant);
    }

    /// <summary>Counts what some source names as read: it was reported, and its parts are not looked at.</summary>
    public void Use(SyntaxNode source, CancellationToken cancellationToken)
    {
        foreach (var name in source.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (method.Semantics.GetSymbolInfo(name, cancellationToken).Symbol is { } symbol)
            {
                used.Add(symbol);
            }
        }
    }

    /// <summary>The methods that are being read, from this one to Define.</summary>
    public IEnumerable<IMethodSymbol> Callers()
    {
        for (Frame? frame = this; frame is not null; frame = frame.Caller)
        {
            yield return frame.Method.Symbol;
        }
    }
}
