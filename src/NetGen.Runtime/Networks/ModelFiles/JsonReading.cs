using System.Collections.Immutable;
using System.Text.Json;

namespace NetGen;

/// <summary>Single values of the text of a model file, which may be damaged.</summary>
internal static class JsonReading
{
    /// <summary>A number of inputs or units.</summary>
    public static int Size(JsonElement element, string name)
    {
        int size = element.GetProperty(name).GetInt32();
        return size >= 1 ? size : throw new FormatException(MessageText.Text($"{name} is {size}"));
    }

    /// <summary>A text.</summary>
    public static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    /// <summary>A whole number that need not be there.</summary>
    public static int? Optional(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : null;

    /// <summary>A yes or no that need not be there.</summary>
    public static bool Flag(JsonElement element, string name, bool otherwise) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;

    /// <summary>A value by its name alone: numbers and lists of names, which enumerations also parse, are refused.</summary>
    public static TEnum Named<TEnum>(JsonElement element, string name)
        where TEnum : struct, Enum
    {
        string text = Text(element, name);
        return Enum.TryParse(text, out TEnum value) && value.ToString() == text ? value : throw new FormatException($"'{text}' is not known as {name}");
    }

    /// <summary>The number of values of the only thing that comes in.</summary>
    public static int Length(ImmutableArray<TensorShape> inputs) =>
        inputs.Length == 1 ? (int)inputs[0].Length : throw new FormatException(MessageText.Text($"a layer of 1 source has {inputs.Length}"));
}
