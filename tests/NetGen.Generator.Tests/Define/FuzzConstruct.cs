namespace NetGen.Generator.Tests.Define;

/// <summary>A piece of C# that is put into a Define.</summary>
/// <param name="Text">Its text; {0} is the piece whose place it takes.</param>
/// <param name="Plain">What of the grammar it means the same as; null for what must be reported.</param>
internal sealed record FuzzConstruct(string Text, string? Plain = null)
{
    /// <summary>What can stand between the statements of Define; {0} is a node.</summary>
    public static FuzzConstruct[] Statements { get; } =
    [
        new("// a comment\n", ""), new("/* a comment */", ""), new("#region layers\n#endregion\n", ""), new("#if NEVER\nfor (;;) { }\n#endif\n", ""),
        new("#pragma warning disable CS0219\n", ""), new("#nullable disable\n", ""), new("const int Deep = 3 + 4;", ""), new("const double Rate = 0.5;", ""),
        new("#line 200\n", ""), new("#warning look\n", ""), new("const string Name = \"n\" + \"m\";", ""), new("for (int i = 0; i < 3; i++) { }"),
        new("for (;;) break;"), new("foreach (int i in new[] { 1, 2 }) { }"), new("foreach (var (a, b) in pairs) { }"), new("while (true) { }"),
        new("while (false) ;"), new("do { } while (false);"), new("if (true) { }"), new("if ({0} == null) { } else { }"), new("if ({0} is null) return {0};"),
        new("if ({0} is { } other) return other;"), new("switch (1) { case 1: break; }"), new("switch ({0}) { case null: break; default: return {0}; }"),
        new("goto end; end: ;"), new("again: goto again;"), new("break;"), new("continue;"), new("yield return {0};"), new("yield break;"),
        new("throw new System.Exception();"), new("throw null;"), new("try { } finally { }"), new("try { return {0}; } catch { }"),
        new("try { } catch (System.Exception e) when (e is null) { }"), new("lock ({0}) { }"), new("using (null) { }"),
        new("using var u = new System.IO.MemoryStream();"), new("await using var u = new System.IO.MemoryStream();"),
        new("using System.IDisposable u = null;"), new("unsafe { }"), new("unsafe { fixed (char* p = \"\") { } }"), new("checked { }"),
        new("unchecked { _ = 1; }"), new("{ }"), new("{ return {0}; }"), new("{ Node inner = {0}; }"), new(";"), new(";;"), new("void Local() { }"),
        new("static Node Local(Node n) => n;"), new("Node Local() => {0};"),
        new("async System.Threading.Tasks.Task Local() => await System.Threading.Tasks.Task.Yield();"), new("{0}.Dense(3);"), new("_ = {0};"),
        new("_ = {0}.Dense(3);"), new("var (p, q) = ({0}, {0});"), new("(Node p, Node q) = ({0}, {0});"), new("(_, _) = (1, 2);"), new("int n = 3;"),
        new("int n = 3; n++;"), new("var n = 3;"), new("var text = $\"{{0}}\";"), new("string text = \"a\";"), new("object o = {0};"),
        new("dynamic o = {0};"), new("Node[] many = [{0}];"), new("Node[] many = new[] { {0}, {0} };"), new("System.Func<Node, Node> f = n => n.Dense(3);"),
        new("System.Func<Node> f = delegate { return {0}; };"), new("var f = (Node n) => n;"), new("Node late;"), new("Node late; late = {0};"),
        new("Node copy = {0}; copy = copy.Dense(3);"), new("Node copy = {0}; copy += copy;"), new("ref Node alias = ref field;"), new("scoped Node n = {0};"),
        new("Node n = null;"), new("Node n = null!;"), new("Node n = default;"), new("Node n = new();"), new("Node? n = {0};"), new("const Node n = null;"),
        new("Node unused = {0};"), new("Node unused = {0}.Dense(2);"), new("Node unused = {0}, other = unused;"), new("static int n = 1;"),
        new("extern int n;"), new("System.Console.WriteLine({0});"), new("field = {0};"), new("field += {0};"), new("Field = {0};"), new("new Net1();"),
        new("this.ToString();"), new("Net1 net = new();"), new("net.Fit(null);"), new("int.TryParse(\"1\", out int n);"),
        new("System.Span<int> s = stackalloc int[3];"), new("Node n = {0} switch { null => {0}, _ => {0} };"), new("nameof({0});"), new("typeof(int);"),
        new("1 + 1;"), new("{0}++;"), new("delegate void D();"), new("class C { }"), new("using System;"), new("namespace N;"), new("return;"),
        new("return null;"), new("return ref field;"), new("[System.Obsolete] Node n = {0};"), new("[System.Obsolete] void L() { }"),
        new("public Node n = {0};"), new("readonly Node n = {0};"), new("volatile int n = 0;"), new("var q = from n in new[] { 1 } select n;"),
        new("await System.Threading.Tasks.Task.Yield();"), new("#error no\n"), new("Node n {0};"), new("Node = {0};"), new("Node n = ;"), new("var n;"),
        new("int = ;"), new("Dense(3);"), new("else { }"), new("case 1:"), new("catch { }"), new("((("), new(")"), new("\""), new("/*"),
        new("#endif\n"), new("}"), new("{"), new("if ("), new("for (int"), new("Node n = {0}.;"), new("Node n = {0}.Dense(;"), new("Node n = {0}.Dense(3"),
        new("@"), new("$"), new("\\"), new("'"), new("é"), new("\u0000"),
    ];

    /// <summary>What can stand for a node; {0} is one.</summary>
    public static FuzzConstruct[] Expressions { get; } =
    [
        new("({0})", "{0}"), new("(({0}))", "{0}"), new("/* a */ {0} /* b */", "{0}"), new("Same({0})", "{0}"), new("Net.Same(n: {0})", "{0}"),
        new("Twice({0})", "({0} + {0})"), new("Tail({0}, 3)", "{0}.Dense(3)"), new("Tail(units: 2 + 1, n: {0})", "{0}.Dense(3)"),
        new("Tail({0})", "{0}.Dense(3)"), new("\n#if NEVER\nnull +\n#endif\n{0}", "{0}"), new("{0}.@Relu()", "{0}.Relu()"),
        new("{0}.R\\u0065lu()", "{0}.Relu()"), new("{0}.Dense(units: 3, bias: false)", "{0}.Dense(3, false)"),
        new("{0}.Dense(bias: !true, units: (int)3L)", "{0}.Dense(3, false)"), new("Node.Concat(second: {0}, first: {0})", "Node.Concat({0}, {0})"),
        new("global::NetGen.Node.Concat({0}, {0})", "Node.Concat({0}, {0})"), new("true ? {0} : {0}"), new("({0} ?? {0})"), new("{0}!"), new("{0}?.Relu()"),
        new("((Node){0})"), new("((object){0} as Node)"), new("checked({0})"), new("unchecked({0} + {0})"),
        new("(System.Environment.ProcessorCount > 3 ? {0} : {0}.Relu())"), new("({0} switch { _ => {0} })"), new("new Node()"), new("null"), new("default"),
        new("default(Node)"), new("field"), new("Field"), new("Net.field"), new("this.field"), new("Make()"), new("Make"), new("Other.Make({0})"),
        new("Generic<int>({0})"), new("Generic({0})"), new("ByRef(ref field)"), new("ByOut(out Node o)"), new("ByIn({0})"), new("new[] { {0} }[0]"),
        new("new Node[] { {0} }[^1]"), new("(({0}, {0}).Item1)"), new("((System.Func<Node>)(() => {0}))()"), new("Pass(n => n, {0})"),
        new("(System.Linq.Enumerable.First(new[] { {0} }))"), new("await {0}"), new("(await System.Threading.Tasks.Task.FromResult({0}))"), new("throw null"),
        new("({0} ?? throw null)"), new("(field = {0})"), new("(field ??= {0})"), new("({0} is var o ? o : {0})"), new("({0} is Node { } o ? o : null)"),
        new("ref {0}"), new("{0} - {0}"), new("{0} * {0}"), new("-{0}"), new("!{0}"), new("{0} & {0}"), new("{0} == {0}"), new("{0} + 1"), new("1 + {0}"),
        new("{0} + \"a\""), new("{0} + null"), new("{0} + default"), new("{0}.ToString()"), new("{0}.Dense(3).GetHashCode()"), new("{0}.Missing()"),
        new("{0}.Relu"), new("{0}.Relu(3)"), new("{0}.Dense()"), new("{0}.Dense(\"3\")"), new("{0}.Dense(3, 4, 5)"), new("{0}.Dense(units: 3, units: 3)"),
        new("Node.Relu({0})"), new("Node.Concat({0})"), new("Node.Concat()"), new("Node.Concat([{0}, {0}])"), new("Node.Concat({0}, {0}, [{0}])"),
        new("Node.Concat({0}, {0}, new[] { {0} })"), new("Node.Concat(first: {0})"), new("{0}.Concat({0}, {0})"), new("Forever({0})"), new("Ping({0})"),
        new("Define({0})"), new("Extended({0}).Relu()"), new("{0}.Extended()"), new("typeof(Node)"), new("nameof({0})"), new("$\"{{0}}\""), new("{0}[0]"),
        new("{0}[..]"), new("{0} with { }"), new("stackalloc int[1]"), new("(from n in new[] { {0} } select n)"), new("__makeref({0})"),
        new("base.ToString()"), new("{0}->Relu()"), new("*{0}"), new("&{0}"), new("{0}.Relu<int>()"), new("{0}..{0}"), new("^{0}"), new("{0}++"),
        new("sizeof(int)"), new("'a'"), new("3"), new("3.5f"), new("\"\"u8"), new("\"\"\"raw\"\"\""), new("[]"), new("[.. {0}]"), new("(,)"), new("()"),
        new("{0}."), new("{0}.("), new(""), new("{0} {0}"), new("{0},"), new("missing"), new("missing.Relu()"), new("Missing({0})"),
        new("{0}.Frozen().Missing.Relu()"), new("x!.Relu()"), new("Dynamic({0})"), new("((dynamic){0}).Relu()"), new("Default({0})"), new("Params({0})"),
        new("Partial({0})"), new("Throwing({0})"), new("Chosen({0})"), new("{0}.Embed(3)"), new("{0}.OneHot()"), new("{0}.Dense(3).Standardize()"),
        new("{0}.Softmax().Relu()"), new("({0}.Dense(3) + {0}.Dense(4))"), new("x.Named(\"again\")"), new("{0}.Relu().Named(\"a b\")"),
        new("{0}.Relu().Named(\"\")"), new("{0}.Relu().Named(null)"),
    ];

    /// <summary>What can stand for the units of a dense layer.</summary>
    public static FuzzConstruct[] Units { get; } =
    [
        new("3", "3"), new("(3)", "3"), new("1 + 2", "3"), new("Three", "3"), new("Net.Three", "3"), new("(int)Size.Three", "3"), new("'\\u0003'", "3"),
        new("checked(4 - 1)", "3"), new("unchecked((int)4294967299L)", "3"), new("true ? 3 : 4", "3"), new("sizeof(int) - 1", "3"), new("0x3", "3"),
        new("0b1_1", "3"), new("default(int) + 3", "3"), new("\n#if NEVER\n7\n#else\n3\n#endif\n", "3"), new("(byte)3", "3"), new("-(-3)", "3"),
        new("~-4", "3"), new("false || !true ? 4 : 3", "3"), new("\"abc\" == \"abc\" ? 3 : 4", "3"), new("0"), new("-3"), new("int.MinValue"),
        new("int.Parse(\"3\")"), new("count"), new("Count"), new("nameof(Three).Length"), new("\"abc\".Length"), new("new int()"),
        new("new[] { 3 }.Length"), new("System.Environment.ProcessorCount"), new("3u"), new("3L"), new("3.0"), new("null"), new("default"), new("\"3\""),
        new("Size.Three"), new("x"), new("x.GetHashCode()"), new("ref count"), new("out int n"), new("out _"), new("count = 3"), new("count++"),
        new("(3, 4).Item1"), new("[3]"), new("() => 3"), new("int"), new("missing"), new(""), new("1 / 0"), new("int.MaxValue + 1"), new("3,"),
        new("3 switch { _ => 3 }"), new("await count"), new("throw null"), new("$\"3\""), new("stackalloc int[3]"), new("typeof(int).Name.Length"),
        new("3..4"), new("^3"), new("sizeof(Size)  * count"), new("(int)3.9m - count"), new("Three is 3 ? 3 : 4"), new("1 << 31"), new("units: count"),
        new("bias: true"),
    ];

    /// <summary>What can stand before Define or its parameter.</summary>
    public static FuzzConstruct[] Modifiers { get; } =
    [
        new("", ""), new("/**/", ""), new("private", ""), new("public", ""), new("internal", ""), new("protected internal", ""), new("[System.Obsolete]", ""),
        new("async"), new("unsafe"), new("extern"), new("partial"), new("virtual"), new("abstract"), new("override"), new("sealed"), new("readonly"),
        new("const"), new("volatile"), new("ref"), new("static"), new("file"), new("required"), new("[return: Shape(3)]"), new("[Shape(3)]"), new("event"),
        new("implicit operator"), new("async partial"), new("[return: Examples(4)]"),
    ];

    /// <summary>What can stand for the parameters of Define.</summary>
    public static FuzzConstruct[] Parameters { get; } =
    [
        new("[NetGen.Shape(4)] Node x", "[Shape(4)] Node x"), new("[Shape(length: 2 + 2)] NetGen.Node @x", "[Shape(4)] Node x"),
        new("[Shape(4), System.ComponentModel.Description(\"x\")] Node x", "[Shape(4)] Node x"),
        new("[Shape(Three + 1)] global::NetGen.Node x", "[Shape(4)] Node x"), new("Node x"), new("[Shape] Node x"),
        new("[Shape(2, 2)] Node x"), new("[Shape(\"4\")] Node x"), new("[Shape(count)] Node x"), new("[Shape(4)] ref Node x"),
        new("[Shape(4)] in Node x"), new("[Shape(4)] out Node x"), new("[Shape(4)] params Node[] x"), new("[Shape(4)] Node x = null"),
        new("[Shape(4)] Node x = default"), new("[Shape(4)] this Node x"), new("[Shape(4)] scoped Node x"), new("[Shape(4)] int x"),
        new("[Shape(4)] Node[] x"), new("[Shape(4)] dynamic x"), new("[Shape(4)] Missing x"), new("[Shape(4), Categories(3)] Node x"),
        new("[Categories(0)] Node x"), new("[Categories(3, Unknown = 3)] Node x"), new("[Categories] Node x"),
        new("[Examples(4)] Node x"), new("__arglist"), new(""), new("[Shape(4)] Node x, [Shape(4)] Node y"), new("[Shape(4)] Node x, int n"),
        new("[Shape(4)] Node x, __arglist"), new("[Shape(4)] Node x,"), new("[Shape(4)] Node"), new("[Shape(4)] x"), new("x"),
        new("[Shape(4)][Shape(4)] Node x"), new("[Shape(2147483647)] Node x, [Shape(2147483647)] Node y"),
    ];
}
