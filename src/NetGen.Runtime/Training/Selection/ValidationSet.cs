using System.Numerics;

namespace NetGen;

/// <summary>The validation set of options, which say nothing of its element type.</summary>
internal static class ValidationSet
{
    /// <summary>The set, checked against the network; null when there is none.</summary>
    public static Dataset<T>? Of<T>(TrainingOptions options, NetworkDescription network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (options.Validation is null)
        {
            return null;
        }

        if (options.Validation is not Dataset<T> validation)
        {
            // The only other element type that there is.
            (string own, string held) = typeof(T) == typeof(float) ? ("float", "double") : ("double", "float");
            throw new ArgumentException(
                $"{nameof(options.Validation)} is a Dataset<{held}>, but {network.Name} computes in {own}: it must be a Dataset<{own}>.", nameof(options));
        }

        DatasetGuard.Fits(validation, network, nameof(TrainingOptions.Validation));
        return validation;
    }
}
