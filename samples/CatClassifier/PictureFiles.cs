using NetGen;
using Samples;
using Samples.Hdf5;

namespace CatClassifier;

/// <summary>Reads pictures from NumPy and HDF5 files.</summary>
internal static class PictureFiles
{
    /// <summary>Reads pictures and labels from two .npy files.</summary>
    /// <param name="picturePath">The pictures: (m, 64, 64, 3) or (m, 12288).</param>
    /// <param name="labelPath">The labels: m zeros and ones.</param>
    /// <exception cref="SampleException">The files do not hold what they should.</exception>
    public static PictureSet ReadNpy(string picturePath, string labelPath)
    {
        byte[] pixels = ToBytes(NpyFile.Read(picturePath), picturePath);
        byte[] labels = ToBytes(NpyFile.Read(labelPath), labelPath);
        return Checked(pixels, labels, picturePath, labelPath);
    }

    /// <summary>Reads pictures and labels from a file of the course.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictureName">The dataset with the pictures, (m, 64, 64, 3).</param>
    /// <param name="labelName">The dataset with the labels, m zeros and ones.</param>
    /// <exception cref="SampleException">The file does not hold what it should, or libhdf5 is not installed.</exception>
    public static PictureSet ReadHdf5(string path, string pictureName, string labelName)
    {
        using Hdf5File file = Hdf5File.Open(path);
        return Checked(file.ReadBytes(pictureName).Values, file.ReadBytes(labelName).Values, $"{pictureName} in {path}", $"{labelName} in {path}");
    }

    /// <summary>Reads one picture from a .npy file.</summary>
    /// <param name="path">The file: 12288 values in any shape.</param>
    /// <exception cref="SampleException">The file does not hold one picture.</exception>
    public static PictureSet ReadPicture(string path)
    {
        if (!File.Exists(path))
            throw new SampleException($"The file {path} does not exist.");
        byte[] pixels = ToBytes(NpyFile.Read(path), path);
        if (pixels.Length != PictureSet.ValuesPerPicture)
            throw new SampleException($"{path} holds {pixels.Length} values, but one picture has {PictureSet.ValuesPerPicture} (64 x 64 x 3).");
        return new PictureSet(pixels, Labels: [0]);
    }

    private static PictureSet Checked(byte[] pixels, byte[] labels, string pictures, string labelling)
    {
        if (pixels.Length == 0 || pixels.Length % PictureSet.ValuesPerPicture != 0)
            throw new SampleException($"{pictures} holds {pixels.Length} values, but pictures of 64 x 64 x 3 take a multiple of {PictureSet.ValuesPerPicture}.");
        if (labels.Length != pixels.Length / PictureSet.ValuesPerPicture)
            throw new SampleException($"{labelling} holds {labels.Length} labels, but there are {pixels.Length / PictureSet.ValuesPerPicture} pictures in {pictures}.");
        if (labels.Any(label => label > 1))
            throw new SampleException($"{labelling} holds the label {labels.First(label => label > 1)}, but a label is 0 or 1.");
        return new PictureSet(pixels, labels);
    }

    /// <summary>Whole numbers are taken as bytes; numbers with a fraction are taken to lie between 0 and 1, as after a division by 255.</summary>
    private static byte[] ToBytes(NdArray array, string path)
    {
        try
        {
            if (array.ElementType != typeof(float) && array.ElementType != typeof(double) && array.ElementType != typeof(Half))
                return array.ToArray<byte>();
            double[] values = array.ToArray<double>();
            bool areFractions = values.All(value => value is >= 0 and <= 1);
            return Array.ConvertAll(values, value => byte.CreateChecked(areFractions ? Math.Round(255 * value) : value));
        }
        catch (OverflowException error)
        {
            throw new SampleException($"{path} holds a value that is no brightness (0 to 255, or 0 to 1 with a fraction): {error.Message}", error);
        }
    }
}
