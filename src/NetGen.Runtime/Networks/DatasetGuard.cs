using System.Numerics;
using NetGen.CompilerServices;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The checks that a set of examples fits a network: its sizes, and its labels the loss.</summary>
internal static class DatasetGuard
{
    /// <summary>Checks inputs and labels.</summary>
    public static void Fits<T>(Dataset<T> data, NetworkDescription network, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string name = network.Name;
        FitsInputs(data, network, parameter);
        if (data.OutputSize != network.OutputSize)
        {
            string held = Counted(data.OutputSize, "label value");
            string outputs = Counted(network.OutputSize, "output");
            string remedy = Remedy(data, network);
            throw new ArgumentException(Text($"{parameter} has examples of {held}, but {name} gives {outputs} an example{remedy}."), parameter);
        }

        LabelGuard.Check(data.Y, network.Loss, network.OutputSize, name, parameter, network.LossSpec.IsOfExample);
    }

    /// <summary>Checks the inputs: their number, and that class indices stand where the network takes them.</summary>
    public static void FitsInputs<T>(Dataset<T> data, NetworkDescription network, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (data.InputSize != network.InputSize)
        {
            string held = Counted(data.InputSize, "input");
            throw new ArgumentException(Text($"{parameter} has examples of {held}, but {network.Name} takes {network.InputSize}."), parameter);
        }

        CategoryGuard.Check(network, data.Rows, parameter);
    }

    /// <summary>What to do about labels of the wrong size, where they tell what was meant.</summary>
    private static string Remedy<T>(Dataset<T> data, NetworkDescription network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int outputs = network.OutputSize;
        if (data.OutputSize == 1 && LabelGuard.LookLikeClasses(data.Y, outputs))
        {
            return Text($": the labels look like class indices, so make the set with the overload that takes a classCount, here {outputs}");
        }

        if (data.HasClasses && outputs == 1 && data.OutputSize == 2)
        {
            return ": for two classes and one output make the set with a classCount of 1, so that the labels are 0 and 1 themselves";
        }

        if (data.HasClasses && outputs > data.OutputSize)
        {
            return Text($": a classCount of {outputs} makes a label value for each output");
        }

        return "";
    }
}
