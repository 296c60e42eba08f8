using NetGen;
using Samples.CommandLine;

namespace CatClassifier;

/// <summary>Trains a network on the training pictures and tries it on the test pictures: the same for every network and both precisions.</summary>
/// <param name="session">The run.</param>
/// <param name="model">How to train.</param>
internal sealed class Experiment<TNet, T>(SampleSession session, Model model)
    where TNet : class, INetwork<TNet, T>, new()
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(CatPictures pictures, PictureSet? question)
    {
        Dataset<T> train = pictures.Train.ToDataset<T>();
        Dataset<T> test = pictures.Test.ToDataset<T>();

        var net = new TNet();
        TrainingOptions options = model.Options(session.Threads);
        TrainingResult result = session.Train(model.Name, "iteration", linesEvery: 100, progress =>
            model.Train(net, train, session.Seed, options with { Progress = progress }, session.CancellationToken));

        Evaluation onTrain = Evaluator.Evaluate(net, train);
        Evaluation onTest = Evaluator.Evaluate(net, test);
        int trained = result.Epochs;
        TimeSpan elapsed = result.Elapsed;
        session.Print($"Train accuracy: {100 * onTrain.Accuracy:0.0000} %");
        session.Print($"Test accuracy: {100 * onTest.Accuracy:0.0000} %");
        session.Print(
            $"Trained {trained} iterations in {elapsed.TotalSeconds:0.0} s ({elapsed.TotalMilliseconds / Math.Max(trained, 1):0.00} ms per iteration)");
        if (question is not null)
        {
            Answer(net, question);
        }

        session.Save(() => CatReport.Write(net, model, pictures, test, result, options, onTrain, onTest));
    }

    private void Answer(TNet net, PictureSet question)
    {
        var probability = new T[1];
        net.Predict(question.ToDataset<T>().X, probability);
        bool isCat = probability[0] > T.CreateChecked(0.5);
        session.Print($"The picture is {(isCat ? "a cat" : "no cat")} (probability of a cat: {double.CreateChecked(probability[0]):0.0000})");
    }
}
