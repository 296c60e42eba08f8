using NetGen;
using Samples;
using Samples.Data;
using Samples.Hdf5;

namespace CatClassifier;

/// <summary>Reads pictures from NumPy and HDF5 files.</summary>
internal static class PictureFiles
{
    private static readonly int[] Size = [PictureSet.Side, PictureSet.Side, 3];

    /// <summary>Reads pictures and labels from two .npy files.</summary>
    /// <param name="picturePath">The pictures: (m, 64, 64, 3), (m, 12288), or (12288, m) as in the notes.</param>
    /// <param name="labelPath">The labels: m zeros and ones.</param>
    /// <exception cref="SampleException">The files do not hold what they should.</exception>
    public static PictureSet ReadNpy(string picturePath, string labelPath) =>
        Labelled(NpyFile.Read(picturePath), NpyFile.Read(labelPath), picturePath, labelPath);

    /// <summary>Reads pictures and labels from a file of the course.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictureName">The dataset with the pictures, (m, 64, 64, 3).</param>
    /// <param name="labelName">The dataset with the labels, m zeros and ones.</param>
    /// <exception cref="SampleException">The file does not hold what it should, or libhdf5 is not installed.</exception>
    public static PictureSet ReadHdf5(string path, string pictureName, string labelName)
    {
        using Hdf5File file = Hdf5File.Open(path);
        return Labelled(file.Read(pictureName), file.Read(labelName), $"{pictureName} in {path}", $"{labelName} in {path}");
    }

    /// <summary>Reads one picture from a .npy file.</summary>
    /// <param name="path">The file: (64, 64, 3), (12288), or either with one more dimension of 1.</param>
    /// <exception cref="SampleException">The file does not hold one picture.</exception>
    public static PictureSet ReadPicture(string path)
    {
        if (!File.Exists(path))
        {
            throw new SampleException($"The file {path} does not exist.");
        }

        byte[] pixels = PictureArray.ToBytes(NpyFile.Read(path), path, Size);
        if (pixels.Length != PictureSet.ValuesPerPicture)
        {
            throw new SampleException($"{path} holds {pixels.Length / PictureSet.ValuesPerPicture} pictures, but one is to be classified.");
        }

        return new PictureSet(pixels, Labels: [0]);
    }

    private static PictureSet Labelled(NdArray pictures, NdArray labels, string pictureName, string labelName)
    {
        byte[] pixels = PictureArray.ToBytes(pictures, pictureName, Size);
        int count = pixels.Length / PictureSet.ValuesPerPicture;
        int[] classes = LabelArray.ToClasses(labels, labelName, classes: 2, count, pictureName);
        return new PictureSet(pixels, Array.ConvertAll(classes, label => (byte)label));
    }
}
