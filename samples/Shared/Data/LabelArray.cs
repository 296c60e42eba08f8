using NetGen;

namespace Samples.Data;

/// <summary>Class indices in an array of a file, whatever its number type and whether they lie in a row (1, m), in a column (m, 1) or in neither (m).</summary>
public static class LabelArray
{
    /// <summary>Reads the class of every example.</summary>
    /// <param name="array">The array.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="examples">How many examples there are.</param>
    /// <param name="source">What holds the examples, for messages.</param>
    /// <returns>A class of each example, from 0 to classes - 1.</returns>
    /// <exception cref="SampleException">The array holds another number of labels, or something else.</exception>
    public static int[] ToClasses(NdArray array, string name, int classes, int examples, string source)
    {
        if (array.Shape.Length > 2 || (array.Shape.Length == 2 && array.Shape[0] != 1 && array.Shape[1] != 1))
        {
            throw new SampleException($"{name} is {array}, but labels are (m), (1, m) or (m, 1): one number for each example.");
        }

        if (array.Count != examples)
        {
            throw new SampleException($"{name} holds {array.Count} labels, but there are {examples} pictures in {source}.");
        }

        double[] labels = array.ToArray<double>();
        for (int place = 0; place < labels.Length; place++)
        {
            if (!(labels[place] >= 0 && labels[place] < classes && double.IsInteger(labels[place])))
            {
                string allowed = classes == 2 ? "0 or 1" : $"a whole number from 0 to {classes - 1}";
                throw new SampleException(
                    $"{name} holds the label {labels[place].ToString(CultureInfo.InvariantCulture)} at {place}, but a label is {allowed}.");
            }
        }

        return Array.ConvertAll(labels, label => (int)label);
    }
}
