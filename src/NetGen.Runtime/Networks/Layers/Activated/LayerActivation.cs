using System.Numerics;
using System.Text.Json;
using NetGen.Reference;

namespace NetGen;

/// <summary>The activation at the end of a layer, for all kinds that have one.</summary>
/// <param name="Activation">g.</param>
/// <param name="Slope">The slope of a leaky ReLU.</param>
internal readonly record struct LayerActivation(Activation Activation, double Slope)
{
    /// <summary>The slope that a description has when it says none.</summary>
    private const double DefaultSlope = 0.01;

    /// <summary>What it computes, as messages say it.</summary>
    public string Function => Activation == Activation.LeakyRelu ? MessageText.Text($"{Activation} with slope {Slope}") : Activation.ToString();

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static LayerActivation Read(JsonElement element)
    {
        Activation activation = JsonReading.Named<Activation>(element, "activation");
        return new(activation, activation == Activation.LeakyRelu ? element.GetProperty("slope").GetDouble() : DefaultSlope);
    }

    /// <summary>Checks that T can hold the slope.</summary>
    public void RequireElement<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => DescriptionGuard.Activation<T>(Activation, Slope);

    /// <summary>Writes it as members of the object that describes the layer.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("activation", Activation.ToString());
        if (Activation == Activation.LeakyRelu)
        {
            writer.WriteNumber("slope", Slope);
        }
    }

    /// <summary>A = g(Z).</summary>
    public void Forward<T>(ReadOnlySpan<T> z, int units, Span<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Activations.Forward(z, units, Activation, Slope, a);
}
