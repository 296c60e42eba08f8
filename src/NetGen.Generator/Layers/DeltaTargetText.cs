using System.Collections.Generic;
using NetGen.Generator.Activations;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>How kernels hand dA to a source of a layer, see <see cref="DeltaTarget"/>, a vector at a time.</summary>
internal static class DeltaTargetText
{
    /// <summary>What comes of a product or a sum that is dA of a source, as comments show it.</summary>
    public static string Formula(DeltaTarget target, LayerLabel label, int index, string value)
    {
        bool isLinear = target.Derivative.Kind == Activation.Linear;
        string sum = target.Adds ? $"{label.OfSource("dA", index)} + {value}" : value;
        return isLinear
            ? $"{label.OfSource("dZ", index)} = {sum}"
            : $"{label.OfSource("dZ", index)} = ({sum}) * {ActivationFacts.Of(target.Derivative.Kind).Word}'({label.OfSource("Z", index)})";
    }

    /// <summary>The arrays that a kernel takes for it.</summary>
    public static IEnumerable<RowArray> Arrays(DeltaTarget target)
    {
        if (target.IsKept)
        {
            yield return new RowArray("derivative", target.Stride);
        }
        else if (target.ReadsActivation)
        {
            yield return new RowArray("activation", target.Stride);
        }

        yield return new RowArray("result", target.Stride);
    }

    /// <summary>These, as arguments of its calls.</summary>
    public static IEnumerable<Argument> Arguments(DeltaTarget target, int source, LayerPlaces places)
    {
        if (target.IsKept)
        {
            yield return places.Derivatives(source);
        }
        else if (target.ReadsActivation)
        {
            yield return places.Activations(source);
        }

        yield return places.Deltas(source);
    }

    /// <summary>Writes what becomes of the vector d of dA.</summary>
    public static void Write(DeltaTarget target, KernelWriter kernel, RowLoop loop, Expression d)
    {
        VectorText text = kernel.Text;
        if (target.Adds)
        {
            d = Expression.Sum($"{loop.Load("result")} + {(d.Precedence == Precedence.Sum ? d.Receiver : d.ToString())}");
        }

        if (target.IsKept)
        {
            d = Expression.Product($"{d.Receiver} * {loop.Load("derivative")}");
        }
        else if (target.ReadsActivation)
        {
            kernel.Writer.Line($"{text.Type} a = {loop.Load("activation")};");
            d = ActivationFunction.Of(target.Derivative).TimesDerivative(text, text.Width.Bits, d.Receiver, "a");
        }

        loop.WriteStore(d, "result");
    }
}
