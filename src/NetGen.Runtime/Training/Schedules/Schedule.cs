using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// What the learning rate is multiplied with in the course of a training: a pure function of the moment. <c>Schedule.Warmup(5) * Schedule.Cosine()</c> warms up
/// and then falls; <c>a.Then(10, b)</c> is b from epoch 10 on.
/// </summary>
/// <remarks>
/// <para>
/// Times are in epochs, and may be fractions of them. They are counted from the epoch with the number 0, so a training that goes on with
/// <see cref="TrainingOptions.FirstEpoch"/> has the rates that one without a stop would have; but say how long <see cref="Cosine"/> and
/// <see cref="OneCycle"/> are then, since "to the end" is the end of each call, and note that <see cref="OnPlateau"/> knows the costs of its own call alone.
/// </para>
/// <para>A schedule of one's own is a record that inherits this one. It is asked before every step, so it should allocate nothing.</para>
/// </remarks>
public abstract record Schedule
{
    /// <summary>The factor of the learning rate, finite and not negative.</summary>
    /// <param name="moment">The moment.</param>
    public abstract double FactorAt(ScheduleMoment moment);

    /// <summary>The name with the values of the properties, the same under every culture.</summary>
    public sealed override string ToString()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var text = new StringBuilder(GetType().Name).Append(" { ");
            PrintMembers(text);
            return text.Append(" }").ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The same factor always.</summary>
    /// <param name="factor">The factor, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is something else.</exception>
    public static Schedule Constant(double factor = 1.0) => new ConstantSchedule(Share(factor));

    /// <summary>factor^k after k * <paramref name="epochs"/> epochs (StepLR of PyTorch).</summary>
    /// <param name="epochs">Every how many epochs, above 0.</param>
    /// <param name="factor">The factor, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static Schedule Step(double epochs, double factor = 0.1) => new StepSchedule(Span(epochs), Decay(factor));

    /// <summary>factor^t after t epochs, from step to step (ExponentialLR of PyTorch, which changes the rate after whole epochs).</summary>
    /// <param name="factor">The factor of one epoch, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is something else.</exception>
    public static Schedule Exponential(double factor) => new ExponentialSchedule(Decay(factor));

    /// <summary>
    /// Half a cosine: last + (1 - last) / 2 * (1 + cos(pi * t / epochs)), and last afterwards (Loshchilov and Hutter, 2017; CosineAnnealingLR of PyTorch).
    /// </summary>
    /// <param name="epochs">How long, above 0; null: to the end of the training.</param>
    /// <param name="last">Where it ends, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static Schedule Cosine(double? epochs = null, double last = 0.0) =>
        new CosineSchedule(epochs is { } span ? Span(span, nameof(epochs)) : null, Part(last));

    /// <summary>
    /// Half a cosine, again and again, each <paramref name="growth"/> times as long as the one before (SGDR: Loshchilov and Hutter, 2017;
    /// CosineAnnealingWarmRestarts of PyTorch).
    /// </summary>
    /// <param name="epochs">How long the first one is, above 0.</param>
    /// <param name="growth">How much longer each is, at least 1.</param>
    /// <param name="last">Where each ends, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static Schedule CosineRestarts(double epochs, double growth = 1.0, double last = 0.0) =>
        new RestartSchedule(Span(epochs), growth is >= 1.0 and < double.PositiveInfinity ? growth : throw Refused(growth, "at least 1"), Part(last));

    /// <summary>From <paramref name="first"/> to 1 in a straight line, and 1 afterwards (LinearLR of PyTorch).</summary>
    /// <param name="epochs">How long, above 0.</param>
    /// <param name="first">Where it starts, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static Schedule Warmup(double epochs, double first = 0.0) => new WarmupSchedule(Span(epochs), Part(first));

    /// <summary>
    /// One cycle (Smith and Topin, 2018; OneCycleLR of PyTorch, whose max_lr is the learning rate here): half a cosine up from <paramref name="first"/> to 1,
    /// then half a cosine down to <paramref name="last"/>.
    /// </summary>
    /// <param name="epochs">How long both together are, above 0; null: to the end of the training.</param>
    /// <param name="rise">The share of it that goes up, above 0 and below 1.</param>
    /// <param name="first">Where it starts, from 0 to 1.</param>
    /// <param name="last">Where it ends, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static Schedule OneCycle(double? epochs = null, double rise = 0.3, double first = 1.0 / 25.0, double last = 1.0 / 25e4) =>
        new OneCycleSchedule(
            epochs is { } span ? Span(span, nameof(epochs)) : null,
            rise is > 0.0 and < 1.0 ? rise : throw Refused(rise, "above 0 and below 1"),
            Part(first),
            Part(last));

    /// <summary>
    /// <paramref name="factor"/>^k, where k counts how often the cost has not improved in more than <paramref name="patience"/> recorded epochs
    /// (ReduceLROnPlateau of PyTorch). The cost is that of the validation set, where there is one; it has improved when it is below
    /// (1 - <paramref name="threshold"/>) times the best.
    /// </summary>
    /// <param name="factor">The factor, above 0 and below 1.</param>
    /// <param name="patience">How many recorded epochs without improvement are waited for, not negative.</param>
    /// <param name="threshold">The share by which a cost must be lower than the best to count as better, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static Schedule OnPlateau(double factor = 0.1, int patience = 10, double threshold = 1e-4) => new PlateauSchedule(
        factor is > 0.0 and < 1.0 ? factor : throw Refused(factor, "above 0 and below 1"),
        patience >= 0 ? patience : throw Refused(patience, "not negative"),
        threshold is >= 0.0 and < 1.0 ? threshold : throw Refused(threshold, "at least 0 and below 1"));

    /// <summary>The product of two schedules.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static Schedule operator *(Schedule a, Schedule b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new ProductSchedule(a, b);
    }

    /// <inheritdoc cref="op_Multiply"/>
    public static Schedule Multiply(Schedule a, Schedule b) => a * b;

    /// <summary>
    /// This schedule up to an epoch, and from there on another, whose time starts there; <see cref="OnPlateau"/> counts all epochs all the same.
    /// </summary>
    /// <param name="epochs">How long this one is used, above 0.</param>
    /// <param name="next">The other.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above 0.</exception>
    public Schedule Then(double epochs, Schedule next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new SequenceSchedule(this, Span(epochs), next);
    }

    /// <summary>Half a cosine from one value to another.</summary>
    /// <param name="from">The value at 0.</param>
    /// <param name="to">The value at 1 and after it.</param>
    /// <param name="share">How much of it has passed.</param>
    internal static double Anneal(double from, double to, double share) => to + ((from - to) * (0.5 * (1.0 + Math.Cos(Math.PI * Math.Min(share, 1.0)))));

    private static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0.0 and < double.PositiveInfinity ? value : throw Refused(value, "a finite number, not negative", name);

    private static double Span(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0.0 and < double.PositiveInfinity ? value : throw Refused(value, "a finite number of epochs above 0", name);

    private static double Decay(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0.0 and <= 1.0 ? value : throw Refused(value, "above 0 and at most 1", name);

    private static double Part(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0.0 and <= 1.0 ? value : throw Refused(value, "from 0 to 1", name);

    private static ArgumentOutOfRangeException Refused(double value, string expected, [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(name, value, Text($"{name} is {value}, but must be {expected}."));
}
