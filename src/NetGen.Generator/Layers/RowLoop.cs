using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>
/// Writes a pass over the rows start to end of some arrays, a vector at a time. Its last vectors may go beyond the values of a row: rows are whole cache lines,
/// and what lies after their values is nobody's.
/// </summary>
/// <param name="kernel">Where to.</param>
/// <param name="units">The values of a row.</param>
/// <param name="arrays">The arrays.</param>
internal sealed class RowLoop(KernelWriter kernel, int units, IReadOnlyList<RowArray> arrays)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    private bool isFlat;

    /// <summary>Writes the loop, over all rows as one where they lie alike and the body asks for nothing that differs by unit.</summary>
    /// <param name="body">Writes what is done with a vector.</param>
    public void Write(Action body)
    {
        isFlat = arrays.All(array => array.Stride == arrays[0].Stride && array.Offset == 0);
        if (!isFlat)
        {
            WriteByUnit(body);
            return;
        }

        int stride = arrays[0].Stride;
        using (writer.Block($"for (nint i = {VectorText.Times("start", stride)}; i < {VectorText.Times("end", stride)}; i += {text.Lanes})"))
        {
            writer.Line("nuint at = (nuint)i;");
            body();
        }
    }

    /// <summary>Writes the loop with an inner one over units; the body may ask for what differs by unit.</summary>
    /// <param name="body">Writes what is done with a vector.</param>
    /// <param name="beforeRow">Writes what is done before each row, where i is its number.</param>
    public void WriteByUnit(Action body, Action? beforeRow = null)
    {
        isFlat = false;
        using (writer.Block("for (nint i = start; i < end; i++)"))
        {
            WriteRows();
            beforeRow?.Invoke();
            WriteUnits(body);
        }
    }

    /// <summary>Writes the refs to row i of the arrays.</summary>
    public void WriteRows()
    {
        foreach (RowArray array in arrays)
        {
            string place = VectorText.Plus(VectorText.Times("i", array.Stride), array.Offset);
            writer.Line($"ref {text.Element} {array.Name}Row = ref Unsafe.Add(ref {array.Name}, {place});");
        }
    }

    /// <summary>Writes a loop over the vectors of the rows at hand.</summary>
    public void WriteUnits(Action body)
    {
        using (kernel.StepLoop("unit", (units + text.Lanes - 1) / text.Lanes * text.Lanes, text.Lanes))
        {
            writer.Line("nuint at = (nuint)unit;");
            body();
        }
    }

    /// <summary>The vector of an array.</summary>
    public string Load(string array) => VectorText.Load(text.Width.Bits, Row(array), "at");

    /// <summary>The vector of an array of one value a unit.</summary>
    public string OfUnit(string array) => VectorText.Load(text.Width.Bits, array, "at");

    /// <summary>Writes the store of a vector.</summary>
    public void WriteStore(Expression value, string array) => writer.Line(VectorText.Store(value, Row(array), "at"));

    private string Row(string array) => isFlat ? array : array + "Row";
}
