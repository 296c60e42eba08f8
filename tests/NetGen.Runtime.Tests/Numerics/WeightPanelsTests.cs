using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>Packed weights: every weight is in its place, whether all are packed at once or a part at a time, and nothing else is written.</summary>
public class WeightPanelsTests
{
    public static TheoryData<int, int, int, int> Sizes => new()
    {
        { 7, 5, 8, 8 }, { 16, 16, 16, 16 }, { 100, 33, 48, 4 }, { 1, 9, 4, 4 }, { 50, 64, 24, 8 }, { 20, 70, 16, 4 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Units_lie_side_by_side_input_by_input(int units, int inputs, int width, int lastWidth)
    {
        float[] weights = Numbered(units * inputs);
        float[] packed = new float[Length(units, inputs, width, lastWidth)];
        float[] inParts = new float[packed.Length];

        WeightPanels.PackUnits(ref weights[0], units, inputs, 0, units, 0, inputs, ref packed[0], width, lastWidth);
        foreach ((int unit, int unitCount, int input, int inputCount) in Parts(units, inputs))
        {
            WeightPanels.PackUnits(ref weights[0], units, inputs, unit, unitCount, input, inputCount, ref inParts[0], width, lastWidth);
        }

        Assert.Equal(Panels(units, inputs, width, lastWidth, (unit, input) => weights[unit * inputs + input]), packed);
        Assert.Equal(packed, inParts);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Inputs_lie_side_by_side_unit_by_unit(int inputs, int units, int width, int lastWidth)
    {
        double[] weights = [.. Numbered(units * inputs).Select(static value => (double)value)];
        double[] packed = new double[Length(inputs, units, width, lastWidth)];
        double[] inParts = new double[packed.Length];

        WeightPanels.PackInputs(ref weights[0], units, inputs, 0, units, 0, inputs, ref packed[0], width, lastWidth);
        foreach ((int unit, int unitCount, int input, int inputCount) in Parts(units, inputs))
        {
            WeightPanels.PackInputs(ref weights[0], units, inputs, unit, unitCount, input, inputCount, ref inParts[0], width, lastWidth);
        }

        var expected = Panels(inputs, units, width, lastWidth, (input, unit) => (float)weights[unit * inputs + input]);
        Assert.Equal(expected.Select(static value => (double)value), packed);
        Assert.Equal(packed, inParts);
    }

    /// <summary>Panels written out: columns of a panel side by side, row by row; lanes that no column fills are zero.</summary>
    private static float[] Panels(int columns, int rows, int width, int lastWidth, Func<int, int, float> value)
    {
        float[] panels = new float[Length(columns, rows, width, lastWidth)];
        for (int column = 0; column < columns; column++)
        {
            int start = column / width * width;
            int rowLength = start + width <= columns ? width : lastWidth;
            for (int row = 0; row < rows; row++)
            {
                panels[start * rows + row * rowLength + column - start] = value(column, row);
            }
        }

        return panels;
    }

    private static int Length(int columns, int rows, int width, int lastWidth) => ((columns / width * width) + (columns % width > 0 ? lastWidth : 0)) * rows;

    /// <summary>Rectangles that cover all units and inputs, with edges that are no multiple of anything.</summary>
    private static IEnumerable<(int Unit, int UnitCount, int Input, int InputCount)> Parts(int units, int inputs)
    {
        for (int unit = 0; unit < units; unit += 11)
        {
            for (int input = 0; input < inputs; input += 13)
            {
                yield return (unit, Math.Min(11, units - unit), input, Math.Min(13, inputs - input));
            }
        }
    }

    private static float[] Numbered(int count) => [.. Enumerable.Range(1, count).Select(static value => (float)value)];
}
