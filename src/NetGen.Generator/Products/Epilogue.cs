using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>What a product in outer tiles starts from, and what is done with its sums before they leave the registers.</summary>
internal abstract class Epilogue
{
    /// <summary>Writes what a panel that starts at a column needs.</summary>
    public virtual void WritePanelStart(KernelWriter kernel, string column)
    {
    }

    /// <summary>What the accumulators of a vector start from.</summary>
    public abstract string Start(KernelWriter kernel, Piece piece);

    /// <summary>Writes the refs to the place of the result, an expression, and to all that lies at the same place.</summary>
    public abstract void WritePlace(KernelWriter kernel, string place);

    /// <summary>Writes what becomes of a sum.</summary>
    /// <param name="kernel">Where to.</param>
    /// <param name="row">The row within the tile.</param>
    /// <param name="piece">The index of the vector within the row.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="offset">Where it lies, from the place of the result.</param>
    public abstract void WriteResult(KernelWriter kernel, int row, int piece, Piece vector, long offset);
}
