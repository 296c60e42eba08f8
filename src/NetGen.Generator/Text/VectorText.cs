using System;
using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Text;

/// <summary>How vectors of one width and element type are written in C#.</summary>
internal sealed record VectorText(VectorWidth Width, string Element)
{
    /// <summary>The static class of the full width: "Vector512".</summary>
    public string Class => ClassOf(Width.Bits);

    /// <summary>The type of the full width: "Floats512".</summary>
    public string Type => TypeOf(Width.Bits);

    /// <summary>The zero vector of the full width.</summary>
    public string Zero => ZeroOf(Width.Bits);

    /// <summary>The elements of a full vector.</summary>
    public int Lanes => Width.Lanes;

    /// <summary>The static class of a width.</summary>
    public static string ClassOf(int bits) => "Vector" + bits.ToString(CultureInfo.InvariantCulture);

    /// <summary>The type of a width, by the alias that emitted files give it.</summary>
    public string TypeOf(int bits) => TypeOf(Element, bits);

    /// <summary>The type of a width and an element type.</summary>
    public static string TypeOf(string element, int bits) => (element == "float" ? "Floats" : "Doubles") + bits.ToString(CultureInfo.InvariantCulture);

    /// <summary>The zero vector of a width.</summary>
    public string ZeroOf(int bits) => TypeOf(bits) + ".Zero";

    /// <summary>A number as a literal of the element type.</summary>
    public string Literal(double value) => Element == "float"
        ? ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f"
        : value.ToString("R", CultureInfo.InvariantCulture) + "d";

    /// <summary>A load at a constant distance from a ref.</summary>
    public static string Load(int bits, string reference, long offset) =>
        offset == 0 ? $"{ClassOf(bits)}.LoadUnsafe(ref {reference})" : Load(bits, reference, Distance(offset, "nuint"));

    /// <summary>A load at a constant distance from a ref; the distance is an expression.</summary>
    public static string Load(int bits, string reference, string distance) => $"{ClassOf(bits)}.LoadUnsafe(ref {reference}, {distance})";

    /// <summary>A store at a constant distance from a ref.</summary>
    public static string Store(Expression value, string reference, long offset) =>
        offset == 0 ? $"{value.Receiver}.StoreUnsafe(ref {reference});" : Store(value, reference, Distance(offset, "nuint"));

    /// <summary>A store at a constant distance from a ref; the distance is an expression.</summary>
    public static string Store(Expression value, string reference, string distance) => $"{value.Receiver}.StoreUnsafe(ref {reference}, {distance});";

    /// <summary>An element at a constant distance from a ref.</summary>
    public static string At(string reference, long offset) => offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {Distance(offset, "nint")})";

    /// <summary>a * b + c; the static classes are imported, since this is most of what kernels do.</summary>
    public static string MultiplyAdd(string a, string b, string c) => $"MultiplyAddEstimate({a}, {b}, {c})";

    /// <summary>A number of things: "1 unit", "2 units".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";

    /// <summary>An element at some distance from a ref; the distance is an expression.</summary>
    public static string At(string reference, string distance) => distance == "0" ? reference : $"Unsafe.Add(ref {reference}, {distance})";

    /// <summary>A product of a name, or a number, and a constant.</summary>
    public static string Times(string name, long factor) =>
        factor == 1 ? name : long.TryParse(name, out long number) ? Number(number * factor) : $"{name} * {Number(factor)}";

    /// <summary>A constant and what is added to it; either may be nothing.</summary>
    public static string Plus(long constant, string more) =>
        more.Length == 0 || more == "0" ? Number(constant) : constant == 0 ? more : $"{Number(constant)} + {more}";

    /// <summary>A name and a constant that is added to it.</summary>
    public static string Plus(string name, long constant) => constant == 0 ? name : $"{name} + {Number(constant)}";

    /// <summary>Items side by side.</summary>
    public static string Join(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));

    /// <summary>The lower part of a vector, down to some width.</summary>
    public static string Narrow(string value, int from, int to)
    {
        for (; from > to; from /= 2)
        {
            value += ".GetLower()";
        }

        return value;
    }

    /// <summary>A constant distance in elements: beyond an int, a constant of C# has to be told that it becomes a native integer.</summary>
    private static string Distance(long offset, string type) => offset <= int.MaxValue ? Number(offset) : $"unchecked(({type}){Number(offset)}L)";

    /// <summary>An integer, the same in every culture.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
