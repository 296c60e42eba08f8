using System.Diagnostics;
using NetGen.Benchmarks.CommandLine;

namespace NetGen.Benchmarks.Mnist;

/// <summary>
/// How long a training takes to read 98 of 100 test pictures of MNIST, here and with PyTorch: the same network, optimizer, schedule and batches.
/// </summary>
/// <param name="output">Receives the lines.</param>
internal sealed class MnistCommand(TextWriter output)
{
    /// <summary>The options of the command.</summary>
    public static readonly string[] KnownOptions = ["--data", "--threads"];

    private const int Epochs = 20;
    private const int BatchSize = 128;
    private const int Seed = 1;
    private const double Rate = 0.002;
    private const double Decay = 0.05;
    private const double Goal = 0.98;

    /// <summary>Trains with each, one after the other.</summary>
    /// <param name="options">The folder of the four files, and the threads.</param>
    /// <exception cref="UsageException">There is no folder, or it does not hold the files.</exception>
    public void Run(Options options)
    {
        string folder = options.Text("--data") ?? throw new UsageException("mnist needs --data DIR, the folder of MNIST's four files.");
        Dataset<float> train = Read(folder, "train"), test = Read(folder, "t10k");
        output.WriteLine("epoch  NetGen: training s, test accuracy %");
        TrainHere(train, test, options.Threads);
        TrainThere(folder, options.Threads);
    }

    private static Dataset<float> Read(string folder, string part)
    {
        string Find(string name) => new[] { name, $"{name}.gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
            ?? throw new UsageException($"{folder} holds neither {name} nor {name}.gz: MNIST's four files were expected.");
        NdArray pictures = IdxFile.Read(Find($"{part}-images-idx3-ubyte")), labels = IdxFile.Read(Find($"{part}-labels-idx1-ubyte"));
        return Dataset<float>.FromArrays(pictures, labels, classCount: 10).DividedBy(byte.MaxValue);
    }

    private void TrainHere(Dataset<float> train, Dataset<float> test, int threads)
    {
        var network = new MnistNet();
        network.Initialize(Seed);
        var watch = new Watch(network, test, output);
        network.Fit(train, new Adam<float>(Rate), new TrainingOptions
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Seed = Seed,
            Threads = threads,
            Schedule = Schedule.Warmup(1) * Schedule.Cosine(),
            WeightDecay = Decay,
            Callback = watch,
        });
        output.WriteLine(Line($"NetGen: {100 * Goal:0} % after {watch.SecondsToGoal:0.0} s of training"));
    }

    private void TrainThere(string folder, int threads)
    {
        var start = new ProcessStartInfo("/usr/bin/python3");
        foreach (string argument in (string[])[
            Path.Combine(AppContext.BaseDirectory, "mnist.py"), folder, Line($"{threads}"), Line($"{Epochs}"), Line($"{BatchSize}"), Line($"{Rate}"),
            Line($"{Decay}"), Line($"{Goal}"), Line($"{Seed}")])
        {
            start.ArgumentList.Add(argument);
        }

        using Process? process = File.Exists(start.FileName) ? Process.Start(start) : null;
        process?.WaitForExit();
        if (process is not { ExitCode: 0 })
        {
            output.WriteLine("PyTorch was not measured: it needs python3-torch (Debian: apt-get install python3-torch).");
        }
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>Measures the test pictures after each epoch, while the clock of the training stands.</summary>
    private sealed class Watch(MnistNet network, Dataset<float> test, TextWriter output) : ITrainingCallback
    {
        private readonly Stopwatch training = Stopwatch.StartNew();

        public double SecondsToGoal { get; private set; } = double.NaN;

        public void OnEpoch(TrainingContext context)
        {
            training.Stop();
            double accuracy = network.Evaluate(test).Accuracy;
            output.WriteLine(Line($"{context.Epoch,5}  {training.Elapsed.TotalSeconds:0.0}, {100 * accuracy:0.00}"));
            if (accuracy >= Goal && double.IsNaN(SecondsToGoal))
            {
                SecondsToGoal = training.Elapsed.TotalSeconds;
            }

            training.Start();
        }
    }
}
