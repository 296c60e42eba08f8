using CatClassifier.Drawing;
using Samples;

namespace CatClassifier;

/// <summary>The pictures to train on and those to be tried on.</summary>
/// <param name="Train">The training pictures.</param>
/// <param name="Test">The test pictures, which training never sees.</param>
/// <param name="AreDrawn">Whether the sample drew them itself.</param>
internal sealed record CatPictures(PictureSet Train, PictureSet Test, bool AreDrawn)
{
    // As many as the course has.
    private const int DrawnTrain = 209;
    private const int DrawnTest = 50;

    /// <summary>Reads the pictures of a folder, or draws some.</summary>
    /// <param name="folder">The folder; null to draw.</param>
    /// <exception cref="SampleException">The folder does not hold what it should.</exception>
    public static CatPictures Load(string? folder)
    {
        if (folder is null)
        {
            return new CatPictures(DrawnPictures.Draw(DrawnTrain, seed: 1), DrawnPictures.Draw(DrawnTest, seed: 2), AreDrawn: true);
        }

        if (!Directory.Exists(folder))
        {
            throw new SampleException($"The folder {folder} does not exist.");
        }

        if (File.Exists(Path.Combine(folder, "train_x.npy")))
        {
            return new CatPictures(ReadNpy(folder, "train"), ReadNpy(folder, "test"), AreDrawn: false);
        }

        if (File.Exists(Path.Combine(folder, "train_catvnoncat.h5")))
        {
            return new CatPictures(ReadHdf5(folder, "train"), ReadHdf5(folder, "test"), AreDrawn: false);
        }

        throw new SampleException(
            $"{folder} holds neither train_x.npy (with train_y.npy, test_x.npy, test_y.npy) nor train_catvnoncat.h5 (with test_catvnoncat.h5).");
    }

    private static PictureSet ReadNpy(string folder, string part) => PictureFiles.ReadNpy(Find(folder, $"{part}_x.npy"), Find(folder, $"{part}_y.npy"));

    private static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new SampleException($"{folder} holds no {name}: train_x.npy, train_y.npy, test_x.npy and test_y.npy were expected.");
    }

    private static PictureSet ReadHdf5(string folder, string part) =>
        PictureFiles.ReadHdf5(Path.Combine(folder, $"{part}_catvnoncat.h5"), $"{part}_set_x", $"{part}_set_y");
}
