using CatClassifier;
using NetGen;
using PlanarFlower;

namespace Search;

/// <summary>The systems that can be searched.</summary>
internal static class Systems
{
    private const double TestShare = 0.25;

    /// <summary>The flower: a quarter of its points is held out.</summary>
    /// <param name="seed">What the choice of the points is drawn from.</param>
    public static SearchedSystem Flower(int seed)
    {
        (Dataset<float> known, Dataset<float> test) = PlanarFlower.Flower.Draw<float>().StratifiedSplit(1 - TestShare, seed);
        (Dataset<float> train, Dataset<float> validation) = SearchedSystem.Divide(known, seed);
        return new SearchedSystem("flower", train, validation, test, [
            Candidate.Of<Flower3>("2-3-1"),
            Candidate.Of<Flower4>("2-4-1"),
            Candidate.Of<Flower5>("2-5-1"),
            Candidate.Of<Flower20>("2-20-1"),
            Candidate.Of<Flower50>("2-50-1"),
        ])
        {
            NotesNetwork = "2-4-1",
            NotesRate = 1.2,
            NotesIterations = 10000,
        };
    }

    /// <summary>The cat pictures: the test pictures are the course's, a quarter of its training pictures decides.</summary>
    /// <param name="folder">The pictures; null: those that the sample draws.</param>
    /// <param name="seed">What the choice of the pictures is drawn from.</param>
    public static SearchedSystem Cats(string? folder, int seed)
    {
        CatPictures pictures = CatPictures.Load(folder);
        (Dataset<float> train, Dataset<float> validation) = SearchedSystem.Divide(pictures.Train.ToDataset<float>(), seed);
        return new SearchedSystem("cats", train, validation, pictures.Test.ToDataset<float>(), [
            Candidate.Of<LogisticNet>("12288-1"),
            Candidate.Of<TwoLayerNet>("12288-7-1"),
            Candidate.Of<FourLayerNet>("12288-20-7-5-1"),
        ])
        {
            NotesNetwork = "12288-20-7-5-1",
            NotesRate = 0.0075,
            NotesIterations = 2500,
        };
    }
}
