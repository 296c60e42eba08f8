using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checks that a set of examples fits a network.</summary>
internal static class DatasetGuard
{
    public static void Fits(Dataset data, NetworkDescription network, string parameter)
    {
        string name = network.Name;
        if (data.InputSize != network.InputSize)
        {
            string held = Counted(data.InputSize, "input");
            throw new ArgumentException(Text($"{parameter} has examples of {held}, but layer 1 of {name} takes {network.InputSize}."), parameter);
        }

        if (data.OutputSize != network.OutputSize)
        {
            string held = Counted(data.OutputSize, "label value");
            string units = Counted(network.OutputSize, "unit");
            throw new ArgumentException(Text($"{parameter} has examples of {held}, but layer {network.Layers.Length} of {name} has {units}."), parameter);
        }
    }

    public static Dataset<T>? Validation<T>(TrainingOptions options, NetworkDescription network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (options.Validation is null)
            return null;
        if (options.Validation is not Dataset<T> validation)
        {
            // The only other element type that there is.
            (string own, string held) = typeof(T) == typeof(float) ? ("float", "double") : ("double", "float");
            throw new ArgumentException(
                $"{nameof(options.Validation)} is a Dataset<{held}>, but {network.Name} computes in {own}: it must be a Dataset<{own}>.", nameof(options));
        }

        Fits(validation, network, nameof(TrainingOptions.Validation));
        return validation;
    }
}
