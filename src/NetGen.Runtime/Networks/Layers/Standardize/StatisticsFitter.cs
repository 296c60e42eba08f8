using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;

namespace NetGen.CompilerServices;

/// <summary>Fits the statistics of standardized columns: the mean of each and 1 / its standard deviation, measured in double precision.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StatisticsFitter
{
    /// <summary>The parameters of a network with the statistics of a set; all others as they are.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="train">The training set; never the test set, which training must not see.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The new parameters.</returns>
    /// <exception cref="ArgumentException">
    /// The set or the parameters do not fit the network, or a column that is standardized holds a value that is not finite.
    /// </exception>
    public static T[] Fit<T>(NetworkDescription description, ReadOnlySpan<T> parameters, Dataset<T> train)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(train);
        Guard.Parameters(parameters.Length, description.ParameterCount, description.Name);
        DatasetGuard.FitsInputs(train, description, nameof(train));
        return Fitted(description, parameters, train, static (_, _) => true) ?? parameters.ToArray();
    }

    /// <summary>As <see cref="Fit"/>, of those layers alone whose statistics are what they were at the start.</summary>
    /// <returns>The new parameters; null when there is no such layer.</returns>
    internal static T[]? FitUnfitted<T>(NetworkDescription description, ReadOnlySpan<T> parameters, Dataset<T> train)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Fitted(description, parameters, train, IsAtStart);

    private static T[]? Fitted<T>(NetworkDescription description, ReadOnlySpan<T> parameters, Dataset<T> train, Func<LayerDescription, T[], bool> isWanted)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[]? fitted = null;
        ImmutableArray<ImmutableArray<int>?> columns = LayerSources.ColumnsOf(description.Layers);
        ImmutableArray<Range> ranges = ParameterLayout.RangesOf(description);
        for (int l = 1; l <= description.Layers.Length; l++)
        {
            LayerDescription layer = description.Layers[l - 1];
            if (!layer.StandardizesColumns || !isWanted(layer, parameters[ranges[l - 1]].ToArray()))
            {
                continue;
            }

            fitted ??= parameters.ToArray();
            Measure(train, columns[LayerSources.Of(layer, l)[0]]!.Value, fitted.AsSpan(ranges[l - 1]));
        }

        return fitted;
    }

    private static void Measure<T>(Dataset<T> train, ImmutableArray<int> columns, Span<T> statistics)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ColumnMoments[] moments = ColumnMoments.Of(train.Rows, columns.AsSpan(), nameof(train));
        for (int i = 0; i < moments.Length; i++)
        {
            (double mean, double deviation) = moments[i];
            statistics[i] = T.CreateTruncating(mean);

            // Of the smallest deviations the quotient is infinite, which would make NaN of the mean itself.
            statistics[moments.Length + i] = deviation == 0.0 ? T.One : T.Min(T.CreateTruncating(1.0 / deviation), T.BitDecrement(T.PositiveInfinity));
        }
    }

    private static bool IsAtStart<T>(LayerDescription layer, T[] statistics)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int place = 0;
        foreach (LayerParameter parameter in layer.ParameterShapes)
        {
            T start = T.CreateTruncating(parameter.Start);
            for (int end = place + (int)parameter.Shape.Length; place < end; place++)
            {
                if (statistics[place] != start)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
