using System.Numerics;

namespace NetGen;

/// <summary>The checks that a set of examples fits a network.</summary>
internal static class DatasetGuard
{
    public static void Fits(Dataset data, NetworkDescription network, string parameter)
    {
        if (data.InputSize != network.InputSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{parameter} has examples of {data.InputSize} inputs, but layer 1 of {network.Name} takes {network.InputSize}."), parameter);
        }

        if (data.OutputSize != network.OutputSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{parameter} has examples of {data.OutputSize} label values, but layer {network.Layers.Length} of {network.Name} has {network.OutputSize} units."),
                parameter);
        }
    }

    public static Dataset<T>? Validation<T>(TrainingOptions options, NetworkDescription network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (options.Validation is null)
            return null;
        if (options.Validation is not Dataset<T> validation)
        {
            string held = options.Validation.GetType().GenericTypeArguments[0].Name;
            throw new ArgumentException(
                $"{nameof(TrainingOptions.Validation)} holds {held} values, but {network.Name} computes with {typeof(T).Name}: it must be a Dataset<{typeof(T).Name}>.", nameof(options));
        }

        Fits(validation, network, nameof(TrainingOptions.Validation));
        return validation;
    }
}
