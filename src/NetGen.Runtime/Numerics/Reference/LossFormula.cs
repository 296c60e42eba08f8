using System.Numerics;

namespace NetGen.Reference;

/// <summary>
/// The losses of single outputs and of whole examples, and their derivatives: of Z[L] where a loss is of logits, of A[L] where it is of errors. Labels are
/// smoothed here.
/// </summary>
internal static class LossFormula
{
    /// <summary>The loss of one output.</summary>
    /// <param name="loss">The loss, not one of whole examples.</param>
    /// <param name="outputs">The outputs of an example.</param>
    /// <param name="value">Z where the loss is of logits, else A.</param>
    /// <param name="label">The label.</param>
    public static T Value<T>(in LossSpec loss, int outputs, T value, T label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T y = Smoothed(loss, outputs, label), parameter = T.CreateTruncating(loss.Parameter), error = value - y, half = T.CreateTruncating(0.5);
        return loss.Kind switch
        {
            Loss.BinaryCrossEntropy => BinaryCrossEntropy(value, y),
            Loss.SquaredError => half * error * error,
            Loss.AbsoluteError => T.Abs(error),
            Loss.Huber => T.Abs(error) <= parameter ? half * error * error : parameter * (T.Abs(error) - (half * parameter)),
            Loss.Hinge => T.Max(T.Zero, T.One - (Side(y) * value)),
            Loss.Poisson => T.Exp(value) - Times(y, value),
            Loss.Quantile => T.Max(-parameter * error, (T.One - parameter) * error),
            Loss.Focal => Times(Power(Missed(value, y), parameter), BinaryCrossEntropy(value, y)),
            Loss.CrossEntropy => throw OfWholeExamples(loss.Kind),
        };
    }

    /// <summary>The derivative of <see cref="Value"/>.</summary>
    /// <param name="loss">The loss, not one of whole examples.</param>
    /// <param name="outputs">The outputs of an example.</param>
    /// <param name="value">Z where the loss is of logits, else A.</param>
    /// <param name="label">The label.</param>
    public static T Derivative<T>(in LossSpec loss, int outputs, T value, T label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T y = Smoothed(loss, outputs, label), parameter = T.CreateTruncating(loss.Parameter), error = value - y;
        return loss.Kind switch
        {
            Loss.BinaryCrossEntropy => Sigmoid.Value(value) - y,
            Loss.SquaredError => error,
            Loss.AbsoluteError => T.IsNaN(error) ? error : T.CreateChecked(T.Sign(error)),
            Loss.Huber => T.Clamp(error, -parameter, parameter),
            Loss.Hinge => Side(y) * value < T.One ? -Side(y) : T.Zero,
            Loss.Poisson => T.Exp(value) - y,
            Loss.Quantile => T.IsNaN(error) ? error : error > T.Zero ? T.One - parameter : error < T.Zero ? -parameter : T.Zero,
            Loss.Focal => FocalDerivative(value, y, parameter),
            Loss.CrossEntropy => throw OfWholeExamples(loss.Kind),
        };
    }

    /// <summary>The loss of one example with softmax outputs. Each logarithm is a sum of terms that are not negative.</summary>
    public static T OfExample<T>(in LossSpec loss, ReadOnlySpan<T> z, ReadOnlySpan<T> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] missed = MissedOf(z);
        T gamma = T.CreateTruncating(loss.Kind == Loss.Focal ? loss.Parameter : 0.0), sum = T.Zero;
        for (int unit = 0; unit < z.Length; unit++)
        {
            sum += Times(Smoothed(loss, z.Length, labels[unit]), Times(Power(OneMinusExpOfNegative(missed[unit]), gamma), missed[unit]));
        }

        return sum;
    }

    /// <summary>dLoss/dZ of values that lie row by row, of a loss of logits; dLoss/dA of another.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of an example.</param>
    /// <param name="values">Z where the loss is of logits, else A (m, outputs).</param>
    /// <param name="labels">The labels (m, outputs).</param>
    /// <param name="gradient">Receives the derivatives (m, outputs).</param>
    public static void Gradient<T>(in LossSpec loss, int outputs, ReadOnlySpan<T> values, ReadOnlySpan<T> labels, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int start = 0; loss.IsOfExample && start < values.Length; start += outputs)
        {
            GradientOfExample(loss, values.Slice(start, outputs), labels.Slice(start, outputs), gradient.Slice(start, outputs));
        }

        for (int place = 0; !loss.IsOfExample && place < values.Length; place++)
        {
            gradient[place] = Derivative(loss, outputs, values[place], labels[place]);
        }
    }

    /// <summary>Whether an output lies beyond the place where the derivative of its loss jumps; false for a loss whose derivative does not.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="a">A[L]; Z[L] is the same where this matters to a loss of logits.</param>
    /// <param name="y">The label.</param>
    public static bool IsBeyondKink(Loss loss, double a, double y) => LossFacts.Of(loss).HasKink && (loss == Loss.Hinge ? Side(y) * a > 1.0 : a > y);

    /// <summary>-log of the softmax of each Z of an example: (the greatest Z - Z) + log(1 + the other exponentials).</summary>
    public static T[] MissedOf<T>(ReadOnlySpan<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int greatest = 0;
        for (int unit = 1; unit < z.Length; unit++)
        {
            greatest = z[unit] > z[greatest] ? unit : greatest;
        }

        T others = T.Zero;
        for (int unit = 0; unit < z.Length; unit++)
        {
            others += unit == greatest ? T.Zero : z[unit] == z[greatest] ? T.One : T.Exp(z[unit] - z[greatest]);
        }

        T logOfOthers = Logarithm.OfOnePlus(others);
        var missed = new T[z.Length];
        for (int unit = 0; unit < z.Length; unit++)
        {
            missed[unit] = (z[unit] == z[greatest] ? T.Zero : z[greatest] - z[unit]) + logOfOthers;
        }

        return missed;
    }

    /// <summary>A label as the loss takes it.</summary>
    public static T Smoothed<T>(in LossSpec loss, int outputs, T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => loss.LabelSmoothing == 0.0
        ? y
        : (y * T.CreateTruncating(1.0 - loss.LabelSmoothing)) + T.CreateTruncating(loss.SmoothingShare(outputs));

    /// <summary>Y log(1 + exp(-Z)) + (1 - Y) log(1 + exp(Z)).</summary>
    public static T BinaryCrossEntropy<T>(T z, T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Times(y, Softplus.Value(-z)) + Times(T.One - y, Softplus.Value(z));

    /// <summary>y * value, and 0 for a y of 0 whatever the value.</summary>
    public static T Times<T>(T y, T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => y == T.Zero ? T.Zero : y * value;

    private static T FocalDerivative<T>(T z, T y, T gamma)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T p = Sigmoid.Value(z), other = Sigmoid.Value(-z), missed = Missed(z, y);
        T slope = missed == T.Zero ? T.Zero : Times(p * other / missed, BinaryCrossEntropy(z, y));
        return Power(missed, gamma) * (((T.One - y) * p) - (y * other) + (gamma * (T.One - y - y) * slope));
    }

    private static void GradientOfExample<T>(in LossSpec loss, ReadOnlySpan<T> z, ReadOnlySpan<T> labels, Span<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] missed = MissedOf(z);
        T gamma = T.CreateTruncating(loss.Kind == Loss.Focal ? loss.Parameter : 0.0), all = T.Zero;
        for (int unit = 0; unit < z.Length; unit++)
        {
            T a = T.Exp(-missed[unit]), rest = OneMinusExpOfNegative(missed[unit]);
            T slope = rest == T.Zero ? T.Zero : Times(a, missed[unit]) / rest;
            dz[unit] = -Times(Smoothed(loss, z.Length, labels[unit]), Power(rest, gamma) * (T.One + (gamma * slope)));
            all += dz[unit];
        }

        for (int unit = 0; unit < z.Length; unit++)
        {
            dz[unit] -= T.Exp(-missed[unit]) * all;
        }
    }

    /// <summary>1 - p of the label: Y (1 - sigmoid(Z)) + (1 - Y) sigmoid(Z).</summary>
    private static T Missed<T>(T z, T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (y * Sigmoid.Value(-z)) + ((T.One - y) * Sigmoid.Value(z));

    /// <summary>1 - exp(-value): where exp has lost the digits of a small value, the logarithm of what it has rounded to makes up for it.</summary>
    private static T OneMinusExpOfNegative<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T e = T.Exp(-value);
        return e == T.One ? value : e == T.Zero ? T.One : (T.One - e) * (value / -T.Log(e));
    }

    private static T Power<T>(T value, T exponent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => exponent == T.Zero ? T.One : T.Pow(value, exponent);

    /// <summary>-1 for a label of 0, 1 for one of 1.</summary>
    private static T Side<T>(T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => y + y - T.One;

    private static ArgumentOutOfRangeException OfWholeExamples(Loss loss) => new(nameof(loss), loss, "A loss of whole examples has no value of one output.");
}
