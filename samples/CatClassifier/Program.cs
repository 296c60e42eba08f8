using System.CommandLine;
using CatClassifier;
using NetGen;
using Samples.CommandLine;

// Recognizes cats: trains one of the networks of the notes on 64 x 64 pictures and says how many it gets right.

Option<string?> data = SampleOption.Path(
    "--data",
    "DIR",
    "The pictures: train_x.npy, train_y.npy, test_x.npy, test_y.npy, or the course's two .h5 files. Without it, the sample draws its own.");
Option<Choice<Model>> model = SampleOption.Choice<Model>(
    "--model", "The network.", new("four-layer", Model.FourLayer), new("two-layer", Model.TwoLayer), new("logistic", Model.Logistic));
Option<int?> iterations = SampleOption.OptionalWholeNumber("--iterations", "How many updates; the default is the course's: 2500, or 2000 for logistic.");
Option<double?> rate = SampleOption.OptionalRate("--rate", "The learning rate; the default is the course's: 0.0075, or 0.005 for logistic.");
Option<Choice<ElementType>> precision = SampleOption.Choice<ElementType>(
    "--precision", "The numbers computed with.", new("float", ElementType.Float), new("double", ElementType.Double));
Option<string?> predict = SampleOption.Path(
    "--predict", "FILE", "Afterwards classify the picture in this .npy file: 12288 values, 0 to 255, or 0 to 1 with a fraction.");

return new SampleCommand(
    "Learns to tell cats from other things in pictures of 64 x 64 pixels.",
    "samples/CatClassifier -- --model two-layer --out report",
    seed: 1,
    "What the initial weights are drawn from, as NumPy draws them.",
    data, model, iterations, rate, precision, predict).Run(args, Classify);

void Classify(SampleSession session)
{
    Model chosen = session.Get(model);
    chosen = chosen with { Iterations = session.Get(iterations) ?? chosen.Iterations, LearningRate = session.Get(rate) ?? chosen.LearningRate };
    PictureSet? question = session.Get(predict) is { } file ? PictureFiles.ReadPicture(file) : null;
    CatPictures pictures = CatPictures.Load(session.Get(data));
    if (pictures.AreDrawn)
    {
        session.Remark("The pictures are drawn by this sample; train on photographs with --data DIR.");
    }

    bool isDouble = session.Get(precision) == ElementType.Double;
    if (chosen.Name == Model.Logistic.Name)
    {
        Run<LogisticNet, LogisticNetDouble>();
    }
    else if (chosen.Name == Model.TwoLayer.Name)
    {
        Run<TwoLayerNet, TwoLayerNetDouble>();
    }
    else
    {
        Run<FourLayerNet, FourLayerNetDouble>();
    }

    void Run<TNet, TNetDouble>()
        where TNet : class, INetwork<TNet, float>, new()
        where TNetDouble : class, INetwork<TNetDouble, double>, new()
    {
        if (isDouble)
        {
            new Experiment<TNetDouble, double>(session, chosen).Run(pictures, question);
        }
        else
        {
            new Experiment<TNet, float>(session, chosen).Run(pictures, question);
        }
    }
}
