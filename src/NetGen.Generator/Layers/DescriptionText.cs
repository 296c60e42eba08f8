using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>The expressions that describe layers at run time.</summary>
internal static class DescriptionText
{
    /// <summary>The creation of a description.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="type">The name of the description's type.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="properties">What else differs from what the type takes for granted.</param>
    public static string Of(LayerSpec layer, string type, IEnumerable<string> arguments, params string[] properties)
    {
        List<string> all = [.. properties];
        if (layer.Name != Number(layer.Number))
        {
            all.Insert(0, $"Name = \"{layer.Name}\"");
        }

        if (layer.Sources.Count != 1 || layer.Sources[0] != layer.Number - 1)
        {
            all.Add($"Sources = [{string.Join(", ", layer.Sources.Select(static source => Number(source)))}]");
        }

        if (layer.IsFrozen)
        {
            all.Add("IsFrozen = true");
        }

        string initializer = all.Count == 0 ? string.Empty : $" {{ {string.Join(", ", all)} }}";
        return $"new global::NetGen.{type}({string.Join(", ", arguments)}){initializer}";
    }

    /// <summary>An activation and its slope, as arguments; the slope of one that has none is what a description takes for granted, as files do.</summary>
    public static IEnumerable<string> Activation(NetGen.Activation activation, double slope) =>
        [$"global::NetGen.Activation.{activation}", Number(activation == NetGen.Activation.LeakyRelu ? slope : ActivationSpec.DefaultSlope)];

    /// <summary>A number, the same in every culture.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
