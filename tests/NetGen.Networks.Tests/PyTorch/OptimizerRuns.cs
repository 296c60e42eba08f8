namespace NetGen.Networks.Tests.PyTorch;

/// <summary>Every optimizer that PyTorch has as well, with its default arguments and with others, with and without decay and bounds.</summary>
internal static class OptimizerRuns
{
    private const double Decay = 0.02;
    private const double Clip = 0.01;
    private const double Norm = 0.05;

    /// <summary>All of them.</summary>
    public static IEnumerable<OptimizerRun> All()
    {
        foreach (OptimizerRun run in Plain())
        {
            yield return run;
        }

        yield return AdamW("adamw", new AdamW<double>(), 0.01);
        yield return AdamW("adamw-far", new AdamW<double>(0.01, 0.8, 0.9, 1e-3, 0.2), 0.2, ("lr", 0.01), ("betas", new[] { 0.8, 0.9 }), ("eps", 1e-3));
    }

    // None of the arguments makes the steps so restless that they enlarge the rounding of the first: RMSprop with an alpha of 0.9 and an epsilon of 1e-4 does,
    // by eight digits in a hundred steps, in PyTorch as here.
    private static IEnumerable<OptimizerRun> Plain() =>
    [
        .. Variants("sgd", "SGD", static () => new GradientDescent<double>(0.1), ("lr", 0.1)),
        .. Variants("momentum", "SGD", static () => new Momentum<double>(0.05), ("lr", 0.05), ("momentum", 0.9)),
        .. Variants("nesterov", "SGD", static () => new Nesterov<double>(0.05, 0.8), ("lr", 0.05), ("momentum", 0.8), ("nesterov", true)),
        .. Variants("adagrad", "Adagrad", static () => new AdaGrad<double>()),
        .. Variants("rmsprop", "RMSprop", static () => new RmsProp<double>()),
        .. Variants("adam", "Adam", static () => new Adam<double>()),
        .. Variants("adagrad-far", "Adagrad", static () => new AdaGrad<double>(0.1, 1e-4), ("lr", 0.1), ("eps", 1e-4)),
        .. Variants("rmsprop-far", "RMSprop", static () => new RmsProp<double>(0.005, 0.95, 1e-3), ("lr", 0.005), ("alpha", 0.95), ("eps", 1e-3)),
        .. Variants("adam-far", "Adam", static () => new Adam<double>(0.02, 0.8, 0.95, 1e-4), ("lr", 0.02), ("betas", new[] { 0.8, 0.95 }), ("eps", 1e-4)),
    ];

    private static IEnumerable<OptimizerRun> Variants<TOptimizer>(
        string name, string optimizer, Func<TOptimizer> make, params (string Name, object Value)[] arguments)
        where TOptimizer : struct, IOptimizer<double>
    {
        Dictionary<string, object> all = arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value);
        yield return new(name, optimizer, all, (net, x, y, steps) => Steps(net, x, y, steps, make()));
        yield return new($"{name}-decay", optimizer, all, (net, x, y, steps) => Steps(
            net, x, y, steps, new Regularized<double, TOptimizer>(make()) { L2Penalty = Decay }))
        {
            Decay = Decay,
        };
        yield return new($"{name}-clip", optimizer, all, (net, x, y, steps) => Steps(
            net, x, y, steps, new Regularized<double, TOptimizer>(make()) { ClipValue = Clip }))
        {
            Clip = Clip,
        };
        yield return new($"{name}-all", optimizer, all, (net, x, y, steps) => Steps(
            net, x, y, steps, new Regularized<double, TOptimizer>(make()) { L2Penalty = Decay, ClipValue = Clip, PenalizesAll = true }))
        {
            Decay = Decay,
            OfAll = true,
            Clip = Clip,
        };
        yield return new($"{name}-norm", optimizer, all, (net, x, y, steps) => Fit(net, x, y, make(), new() { Epochs = steps, ClipNorm = Norm }))
        {
            ClipNorm = Norm,
        };
        yield return new($"{name}-fit", optimizer, all, (net, x, y, steps) => Fit(
            net, x, y, make(), new() { Epochs = steps, ClipNorm = Norm, ClipValue = Clip, L2Penalty = Decay, PenalizesAll = true }))
        {
            Decay = Decay,
            OfAll = true,
            Clip = Clip,
            ClipNorm = Norm,
        };
    }

    private static OptimizerRun AdamW(string name, AdamW<double> optimizer, double decay, params (string Name, object Value)[] arguments) =>
        new(
            name,
            "AdamW",
            arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value),
            (net, x, y, steps) => Steps(net, x, y, steps, optimizer))
        {
            Decay = decay,
        };

    private static void Steps<TOptimizer>(OptimizerNet network, double[] x, double[] y, int steps, TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<double>
    {
        for (int step = 0; step < steps; step++)
        {
            network.TrainStep(x, y, ref optimizer);
        }
    }

    private static void Fit<TOptimizer>(OptimizerNet network, double[] x, double[] y, TOptimizer optimizer, TrainingOptions options)
        where TOptimizer : struct, IOptimizer<double> => network.Fit(
            Dataset<double>.FromRows(x, OptimizerNet.InputSize, y, OptimizerNet.OutputSize), optimizer, options with { BatchSize = null });
}
