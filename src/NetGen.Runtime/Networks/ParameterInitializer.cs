using System.Numerics;
using NetGen.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Draws the initial parameters of a network as its declaration says, see <see cref="Initializer"/>. The weights are drawn in the order W1, W2, ..., each row
/// by row, in double precision; biases are zero and draw nothing, no more than what normalized values are multiplied with, which is 1, and statistics.
/// </summary>
/// <remarks>
/// The rows of an embedding, which is (categories, dimensions), are drawn as weights of as many inputs as it has dimensions: with
/// <see cref="Initializer.ScaledNormal"/> a row has a length of about 1, however many categories there are.
/// </remarks>
public static class ParameterInitializer
{
    /// <summary>Draws with the library's own generator: the same seed draws the same parameters on every machine.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">Receives all parameters: W1 row by row, b1, W2 row by row, b2, ...</param>
    /// <param name="seed">Where the generator starts.</param>
    /// <exception cref="ArgumentException">The length is not the number of parameters.</exception>
    public static void Fill<T>(NetworkDescription description, Span<T> parameters, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fill(description, parameters, new RandomSource(seed));

    /// <summary>Draws with the library's own generator.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">Receives all parameters: W1 row by row, b1, W2 row by row, b2, ...</param>
    /// <param name="random">The generator.</param>
    /// <exception cref="ArgumentException">The length is not the number of parameters.</exception>
    public static void Fill<T>(NetworkDescription description, Span<T> parameters, RandomSource random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        Fill(description, parameters, random.NextNormal, random.NextDouble);
    }

    /// <summary>
    /// Draws what NumPy code draws that fills W1, W2, ... with <c>randn</c> (<see cref="Initializer.GlorotUniform"/>: with <c>uniform</c>) and scales them.
    /// </summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">Receives all parameters: W1 row by row, b1, W2 row by row, b2, ...</param>
    /// <param name="random">The generator.</param>
    /// <exception cref="ArgumentException">The length is not the number of parameters.</exception>
    public static void Fill<T>(NetworkDescription description, Span<T> parameters, NumPyRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        Fill(description, parameters, random.NextNormal, random.NextDouble);
    }

    private static void Fill<T>(NetworkDescription description, Span<T> parameters, Func<double> nextNormal, Func<double> nextUniform)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        Guard.Parameters(parameters.Length, description.ParameterCount, description.Name);
        foreach (ParameterDescription parameter in description.Parameters)
        {
            Span<T> values = parameters.Slice(parameter.Offset, parameter.Count);
            if (parameter.Role == ParameterRole.Weights)
            {
                FillWeights(values, parameter.Shape, description.Initializer, nextNormal, nextUniform);
            }
            else
            {
                values.Fill(T.CreateTruncating(parameter.Start));
            }
        }
    }

    // The expressions are those of the NumPy programs (a division stays a division), so that double precision parameters agree to the last digit.
    private static void FillWeights<T>(Span<T> weights, TensorShape shape, Initializer initializer, Func<double> nextNormal, Func<double> nextUniform)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int units = shape[0];
        int inputs = weights.Length / units;
        switch (initializer)
        {
            case Initializer.ScaledNormal:
                double root = Math.Sqrt(inputs);
                foreach (ref T weight in weights)
                {
                    weight = T.CreateTruncating(nextNormal() / root);
                }

                break;

            case Initializer.SmallNormal:
                foreach (ref T weight in weights)
                {
                    weight = T.CreateTruncating(nextNormal() * 0.01);
                }

                break;

            case Initializer.Zeros:
                weights.Clear();
                break;

            case Initializer.He:
                double factor = Math.Sqrt(2.0 / inputs);
                foreach (ref T weight in weights)
                {
                    weight = T.CreateTruncating(nextNormal() * factor);
                }

                break;

            case Initializer.GlorotUniform:
                double limit = Math.Sqrt(6.0 / ((double)inputs + units));
                foreach (ref T weight in weights)
                {
                    weight = T.CreateTruncating(-limit + ((limit - -limit) * nextUniform()));
                }

                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(initializer), initializer, $"There is no initializer {initializer}.");
        }
    }
}
