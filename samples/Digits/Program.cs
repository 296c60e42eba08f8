using System.CommandLine;
using Digits;
using NetGen;
using Samples;
using Samples.CommandLine;

// Reads handwritten digits: a softmax network learns from pictures in mini-batches.

Option<string?> mnist = SampleOption.Path("--mnist", "DIR", "Learn MNIST from the four files in DIR, instead of the 1797 digits that come with the sample.");
Option<Choice<bool>> model = SampleOption.Choice<bool>(
    "--model",
    "The network for the digits that come with the sample: two hidden layers with dropout, or a residual block with batch normalization, too.",
    new("two-layer", Value: false), new("residual", Value: true));
Option<int?> epochs = SampleOption.OptionalWholeNumber(
    "--epochs",
    $"How many times all digits are seen: {DigitTraining.Small.Epochs}, {DigitTraining.Mnist.Epochs} with MNIST, "
        + $"{DigitTraining.Residual.Epochs} with residual, the rate a tenth after 30.");
Option<int?> batch = SampleOption.OptionalWholeNumber(
    "--batch",
    $"How many digits each update sees: {DigitTraining.Small.BatchSize}, or {DigitTraining.Mnist.BatchSize} with MNIST.");
Option<double?> rate = SampleOption.OptionalRate(
    "--rate",
    FormattableString.Invariant($"The learning rate of Adam: {DigitTraining.Small.LearningRate}, or {DigitTraining.Mnist.LearningRate} with MNIST."));

return new SampleCommand(
    "Learns to read handwritten digits.",
    "samples/Digits -- --out report",
    seed: 1,
    "What the initial weights, the order of the digits and the choice of the test digits are drawn from.",
    mnist, model, epochs, batch, rate).Run(args, session =>
    {
        bool isResidual = session.Get(model);
        if (session.Get(mnist) is { } folder)
        {
            if (isResidual)
            {
                throw new SampleException("--model residual reads the digits that come with the sample, 8 x 8 pixels each: leave out --mnist.");
            }

            Learn<MnistNet>(session, MnistDigits.Load(folder), DigitTraining.Mnist);
        }
        else if (isResidual)
        {
            Learn<ResidualDigitNet>(session, UciDigits.LoadMoved(session.Seed), DigitTraining.Residual);
        }
        else
        {
            Learn<SmallDigitNet>(session, UciDigits.LoadDistorted(session.Seed), DigitTraining.Small);
        }
    });

void Learn<TNet>(SampleSession session, DigitPictures digits, DigitTraining training)
    where TNet : class, INetwork<TNet, float>, new()
{
    training = training with
    {
        Epochs = session.Get(epochs) ?? training.Epochs,
        BatchSize = session.Get(batch) ?? training.BatchSize,
        LearningRate = session.Get(rate) ?? training.LearningRate,
    };

    var net = new TNet();
    TrainingOptions options = training.Options(session.Seed, session.Threads);
    TrainingResult result = session.Train("digits", "epoch", training.LinesEvery, progress =>
        training.Train(net, digits.Train, options with { Progress = progress }, session.CancellationToken));

    Evaluation onTrain = Evaluator.Evaluate(net, digits.Train);
    Evaluation onTest = Evaluator.Evaluate(net, digits.Test);
    int trained = result.Epochs;
    TimeSpan elapsed = result.Elapsed;
    session.Print($"Train accuracy: {100 * onTrain.Accuracy:0.0000} %");
    session.Print($"Test accuracy: {100 * onTest.Accuracy:0.0000} %");
    session.Print($"Trained {trained} epochs in {elapsed.TotalSeconds:0.0} s ({elapsed.TotalMilliseconds / Math.Max(trained, 1):0.00} ms per epoch)");
    session.Print($"{onTest.Confusion}");
    session.Save(() => DigitReport.Write(net, digits, result, options, onTrain, onTest).AddOptimizer(new Adam<float>(training.LearningRate)));
}
