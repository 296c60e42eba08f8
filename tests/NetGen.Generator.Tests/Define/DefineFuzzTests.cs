using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Parsing;
using NetGen.Generator.Parsing.Networks;
using NetGen.Tests;

namespace NetGen.Generator.Tests.Define;

/// <summary>
/// Thousands of pieces of C# in valid Defines: each is taken for what it means, or reported where it stands, by the parser or by the compiler. Nothing is left
/// out without a word, and nothing throws.
/// </summary>
public class DefineFuzzTests
{
    private const string Members = """
        private const int Three = 3;
        private enum Size { Three = 3 }
        private static Node field = null!;
        private static int count = 3;
        private static int Count => count;
        private static Node Field { get; set; } = null!;
        private static Node Same(Node n) => n;
        private static Node Twice(Node n) { return n + n; }
        private static Node Tail(Node n, int units = 3) => n.Dense(units);
        private static Node Make() => field;
        private static Node Generic<T>(Node n) => n;
        private static Node ByRef(ref Node n) => n;
        private static Node ByOut(out Node n) => n = null!;
        private static Node ByIn(in Node n) => n;
        private static Node Pass(System.Func<Node, Node> f, Node n) => f(n);
        private static Node Forever(Node n) => Forever(n);
        private static Node Ping(Node n) => Pong(n);
        private static Node Pong(Node n) => Ping(n).Relu();
        private static Node Default(Node n, Node other = null!) => n;
        private static Node Params(params Node[] n) => n[0];
        private static Node Dynamic(dynamic n) => n;
        private static partial Node Partial(Node n);
        private static partial Node Partial(Node n) => n;
        private static Node Throwing(Node n) => throw new System.Exception();
        private static Node Chosen(Node n) { if (count > 3) { return n; } return n.Relu(); }
        """;

    private const string Shared = """
        using NetGen;
        static class Other { public static Node Make(Node n) => n; public static Node Extended(this Node n) => n; }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_piece_is_understood_or_reported_where_it_stands(int seed)
    {
        var random = new Random(seed);
        var cases = Enumerable.Range(0, 800).Select(number => Case.Create(random, number)).ToList();
        foreach (var some in cases.Chunk(150))
        {
            Check(some);
        }
    }

    [Fact]
    public void Every_piece_alone_is_understood_or_reported_where_it_stands() => Check(
    [
        .. FuzzConstruct.Statements.Select((piece, number) => new Case(number, Statement: piece)),
        .. FuzzConstruct.Expressions.Select((piece, number) => new Case(1000 + number, Expression: piece)),
        .. FuzzConstruct.Units.Select((piece, number) => new Case(2000 + number, Units: piece)),
        .. FuzzConstruct.Modifiers.Select((piece, number) => new Case(3000 + number, Modifier: piece)),
        .. FuzzConstruct.Parameters.Select((piece, number) => new Case(4000 + number, Parameters: piece)),
    ]);

    [Fact]
    public void No_cut_and_no_deletion_makes_the_parser_throw()
    {
        var piece = new FuzzConstruct("Tail(Node.Concat(a, second: (a + a)).Named(nameof(Three)), units: 1 + Three)");
        string source = new Case(1, Expression: piece).Written.Source;
        int start = source.IndexOf("Define(", StringComparison.Ordinal);
        var random = new Random(7);
        var broken = Enumerable.Range(start, source.Length - start).Select(length => source[..length])
            .Concat(Enumerable.Range(0, 300).Select(_ => source.Remove(random.Next(start, source.Length - 8), random.Next(1, 8))));
        var trees = broken
            .Select(static (text, number) => Parse(new Written($"Net{number}", text.Replace("Net1", $"Net{number}", StringComparison.Ordinal), [])))
            .ToList();
        var compilation = UserProject.With([Shared]).AddSyntaxTrees(trees);
        foreach (string name in trees.Select(static tree => Path.GetFileNameWithoutExtension(tree.FilePath)))
        {
            if (compilation.GetTypeByMetadataName(name) is { } type)
            {
                NetworkParser.Parse(type, compilation, TestContext.Current.CancellationToken);
            }
        }
    }

    private static void Check(IReadOnlyList<Case> cases)
    {
        var compilation = UserProject.With([Shared]).AddSyntaxTrees(cases.Select(static one => Parse(one.Written)));
        var plain = UserProject.With([Shared]).AddSyntaxTrees(cases.Where(static one => one.Plain is not null).Select(static one => Parse(one.Plain!)));
        string[] wrong = [.. cases.Select(one => one.Judge(compilation, plain)).OfType<string>()];
        Assert.True(wrong.Length == 0, string.Join("\n\n", wrong.Take(20)));
    }

    private static SyntaxTree Parse(Written written) =>
        CSharpSyntaxTree.ParseText(written.Source, path: $"{written.Class}.cs");

    /// <summary>A source, and where the pieces stand in it.</summary>
    private sealed record Written(string Class, string Source, IReadOnlyList<TextSpan> Pieces)
    {
        /// <summary>The source from Define on.</summary>
        public string Text => Source[(Source.IndexOf(Members, StringComparison.Ordinal) + Members.Length)..];
    }

    private sealed record Case(
        int Number,
        FuzzConstruct? Statement = null,
        FuzzConstruct? Expression = null,
        FuzzConstruct? Units = null,
        FuzzConstruct? Modifier = null,
        FuzzConstruct? Parameters = null,
        bool IsFirst = false)
    {
        private IEnumerable<FuzzConstruct> Pieces => new[] { Statement, Expression, Units, Modifier, Parameters }.OfType<FuzzConstruct>();

        public Written Written => Write(static piece => piece.Text);

        public Written? Plain => Pieces.All(static piece => piece.Plain is not null) ? Write(static piece => piece.Plain!) : null;

        public static Case Create(Random random, int number)
        {
            var pieces = new Case(number, IsFirst: random.Next(2) == 0);
            int kinds = random.Next(1, 32) & random.Next(1, 32) | 1 << random.Next(5);
            return pieces with
            {
                Statement = (kinds & 1) != 0 ? Pick(FuzzConstruct.Statements) : null,
                Expression = (kinds & 2) != 0 ? Nest(Pick(FuzzConstruct.Expressions), Pick(FuzzConstruct.Expressions)) : null,
                Units = (kinds & 4) != 0 ? Pick(FuzzConstruct.Units) : null,
                Modifier = (kinds & 24) == 8 ? Pick(FuzzConstruct.Modifiers) : null,
                Parameters = (kinds & 24) == 16 ? Pick(FuzzConstruct.Parameters) : null,
            };

            FuzzConstruct Pick(FuzzConstruct[] from) => from[random.Next(from.Length)];

            FuzzConstruct Nest(FuzzConstruct outer, FuzzConstruct inner) => random.Next(2) == 0 ? outer : new FuzzConstruct(
                outer.Text.Replace("{0}", inner.Text, StringComparison.Ordinal),
                inner.Plain is null ? null : outer.Plain?.Replace("{0}", inner.Plain, StringComparison.Ordinal));
        }

        /// <summary>What is wrong with what the parser made of it; null when nothing is.</summary>
        public string? Judge(Compilation written, Compilation plain)
        {
            var type = written.GetTypeByMetadataName(Written.Class);
            var tree = written.SyntaxTrees.Single(tree => tree.FilePath == $"{Written.Class}.cs");
            if (type is null)
            {
                return IsRefused(written, tree) ? null : $"no class of\n{Written.Text}";
            }

            var result = NetworkParser.Parse(type, written, TestContext.Current.CancellationToken);
            if (Plain is { } meant)
            {
                var expected = NetworkParser.Parse(plain.GetTypeByMetadataName(meant.Class)!, plain, TestContext.Current.CancellationToken);
                return Equals(expected.Graph, result.Graph) && expected.Problems.SequenceEqual(result.Problems, static (a, b) => a.Kind == b.Kind)
                    ? null
                    : $"{Problems(result)}, {Problems(expected)} meant\n{Written.Text}";
            }

            if (result.Graph is not null || result.Spec is not null)
            {
                return $"a graph, but a problem meant\n{Written.Text}";
            }

            var places = result.Problems.Select(problem => ProblemLocator.Locate(type, problem.Site, CancellationToken.None)).ToList();
            bool isThere = places.Any(place => Written.Pieces.Any(piece => place.SourceTree == tree && place.SourceSpan.IntersectsWith(piece)));
            return isThere || places.Any(place => IsInHelper(place, tree)) || IsRefused(written, tree)
                ? null
                : $"{Problems(result)} not in its place\n{Written.Text}";
        }

        private static bool IsRefused(Compilation written, SyntaxTree tree) =>
            written.GetSemanticModel(tree).GetDiagnostics().Any(static one => one.DefaultSeverity == DiagnosticSeverity.Error);

        // What a helper method holds is reported in it.
        private bool IsInHelper(Location place, SyntaxTree tree) =>
            place.SourceTree == tree && place.SourceSpan.Start < Written.Source.IndexOf(" Define(", StringComparison.Ordinal);

        private static string Problems(ParseResult result) => result.Problems.IsEmpty
            ? result.Graph is null ? "silence" : "a graph"
            : string.Join("; ", result.Problems.Select(static problem => $"{problem.Kind} {string.Join(", ", problem.Arguments)}"));

        private Written Write(Func<FuzzConstruct, string> text)
        {
            var source = new StringBuilder();
            var pieces = new List<TextSpan>();
            string name = $"Net{Number}";
            source.Append("using NetGen;\n[Network] partial class ").Append(name).Append("\n{\n").Append(Members).Append('\n');
            Put(Modifier, string.Empty, string.Empty);
            source.Append(" static Node Define(");
            Put(Parameters, "[Shape(4)] Node x", string.Empty);
            source.Append(")\n{\n");
            Put(IsFirst ? Statement : null, string.Empty, "x");
            source.Append("\nNode a = x.Dense(");
            Put(Units, "3", string.Empty);
            source.Append(");\nNode b = ");
            Put(Expression, "a", "a");
            source.Append(".Relu();\n");
            Put(IsFirst ? null : Statement, string.Empty, "b");
            source.Append("\nreturn (b.Dense(2) + a.Dense(2)).Relu().Dense(3);\n}\n}\n");
            return new Written(name, source.ToString(), pieces);

            void Put(FuzzConstruct? piece, string otherwise, string node)
            {
                int start = source.Length;
                source.Append(piece is null
                    ? otherwise
                    : text(piece).Replace("{0}", node, StringComparison.Ordinal).Replace("Net.", $"{name}.", StringComparison.Ordinal));
                if (piece is not null)
                {
                    pieces.Add(TextSpan.FromBounds(start, source.Length));
                }
            }
        }
    }
}
