namespace NetGen.Generator.Surface;

/// <summary>
/// The type of a parameter or of what a member returns. T stands for the network's element type, TOptimizer for the type parameter of the method.
/// </summary>
internal sealed class SurfaceType
{
    /// <summary>The type parameter of members that take an optimizer.</summary>
    public const string OptimizerName = "TOptimizer";

    private const string Element = "T";

    private readonly string name;

    // A table is written once for every network: both forms of each type are made when the table is.
    private readonly (string Float, string Double) emitted;
    private readonly (string Float, string Double) referenced;

    /// <summary>A type.</summary>
    /// <param name="name">Its full name as code writes it, without global::.</param>
    /// <param name="isNullable">Whether it may be null.</param>
    private SurfaceType(string name, bool isNullable = false)
    {
        this.name = name;
        string code = name.IndexOf('.') < 0 ? name : $"global::{name}";
        string nullable = isNullable ? "?" : string.Empty;
        emitted = (Of(code, "float") + nullable, Of(code, "double") + nullable);
        referenced = (Braced(Of(code, "float")), Braced(Of(code, "double")));
    }

    /// <summary>No value.</summary>
    public static SurfaceType Void { get; } = new("void");

    /// <summary>A whole number.</summary>
    public static SurfaceType Int { get; } = new("int");

    /// <summary>A number of double precision, whatever the elements are.</summary>
    public static SurfaceType Double { get; } = new("double");

    /// <summary>Yes or no.</summary>
    public static SurfaceType Bool { get; } = new("bool");

    /// <summary>A text.</summary>
    public static SurfaceType String { get; } = new("string");

    /// <summary>An array of elements.</summary>
    public static SurfaceType Array { get; } = new("T[]");

    /// <summary>Elements to read.</summary>
    public static SurfaceType ReadOnlySpan { get; } = new("System.ReadOnlySpan<T>");

    /// <summary>Elements to write.</summary>
    public static SurfaceType Span { get; } = new("System.Span<T>");

    /// <summary>Class indices.</summary>
    public static SurfaceType ClassIndices { get; } = new("System.ReadOnlySpan<int>");

    /// <summary>The type parameter of the method.</summary>
    public static SurfaceType Optimizer { get; } = new(OptimizerName);

    /// <summary>The snapshot, nested in the network.</summary>
    public static SurfaceType Predictor { get; } = new(SurfaceNames.Predictor);

    /// <summary>A stream.</summary>
    public static SurfaceType Stream { get; } = new("System.IO.Stream");

    /// <summary>What cancels.</summary>
    public static SurfaceType CancellationToken { get; } = new("System.Threading.CancellationToken");

    /// <summary>A type of the runtime library.</summary>
    public static SurfaceType OfRuntime(string name, bool isNullable = false) => new($"NetGen.{name}", isNullable);

    /// <summary>As emitted code writes it.</summary>
    public string In(ElementType element) => element == ElementType.Float ? emitted.Float : emitted.Double;

    /// <summary>As a reference in documentation writes it.</summary>
    public string ReferenceIn(ElementType element) => element == ElementType.Float ? referenced.Float : referenced.Double;

    /// <summary>As the compiler displays the type of a parameter, without annotations; the type parameter of the method is !0.</summary>
    public string DisplayIn(ElementType element) => ReferenceEquals(this, Optimizer) ? "!0" : Of(name, element == ElementType.Float ? "float" : "double");

    private static string Of(string name, string element) => name.Replace($"<{Element}>", $"<{element}>").Replace($"{Element}[]", $"{element}[]");

    private static string Braced(string name) => name.Replace('<', '{').Replace('>', '}');
}
