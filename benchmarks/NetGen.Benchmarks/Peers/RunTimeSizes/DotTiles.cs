using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Peers.RunTimeSizes;

/// <summary>Dot tiles: lanes run along the inputs, both operands are read as they lie. Six examples by four units, then one by four.</summary>
internal static unsafe class DotTiles
{
    // So that the ten rows of a tile take 32 KB, as the generator has it.
    private const int MostInputs = 816;

    /// <summary>A = g(X W^T + b).</summary>
    /// <param name="x">The examples.</param>
    /// <param name="stride">The distance between examples.</param>
    /// <param name="w">The weights, one row of <paramref name="inputs"/> a unit.</param>
    /// <param name="inputs">The inputs, a multiple of 16.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="units">The units, a multiple of 4.</param>
    /// <param name="epilogue">Takes the products.</param>
    public static void Multiply(float* x, nint stride, float* w, nint inputs, nint examples, nint units, in ActivationEpilogue epilogue)
    {
        // The rows of a tile stay in the first-level cache: some inputs at a time, equal blocks of them.
        nint blocks = (inputs + MostInputs - 1) / MostInputs;
        nint block = (inputs / Vector512<float>.Count + blocks - 1) / blocks * Vector512<float>.Count;
        for (nint first = 0; first < inputs; first += block)
        {
            nint count = nint.Min(block, inputs - first);
            Multiply(new Block(x + first, stride, w + first, inputs, count, first == 0, first + count == inputs), examples, units, epilogue);
        }
    }

    private static void Multiply(Block block, nint examples, nint units, in ActivationEpilogue epilogue)
    {
        nint example = 0;
        for (; example + 6 <= examples; example += 6)
        {
            for (nint unit = 0; unit < units; unit += 4)
            {
                Tile6x4(block, example, unit, epilogue);
            }
        }

        for (; example < examples; example++)
        {
            for (nint unit = 0; unit < units; unit += 4)
            {
                Tile1x4(block, example, unit, epilogue);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6x4(Block block, nint example, nint unit, in ActivationEpilogue epilogue)
    {
        Vector512<float> c00 = Vector512<float>.Zero, c01 = Vector512<float>.Zero, c02 = Vector512<float>.Zero, c03 = Vector512<float>.Zero;
        Vector512<float> c10 = Vector512<float>.Zero, c11 = Vector512<float>.Zero, c12 = Vector512<float>.Zero, c13 = Vector512<float>.Zero;
        Vector512<float> c20 = Vector512<float>.Zero, c21 = Vector512<float>.Zero, c22 = Vector512<float>.Zero, c23 = Vector512<float>.Zero;
        Vector512<float> c30 = Vector512<float>.Zero, c31 = Vector512<float>.Zero, c32 = Vector512<float>.Zero, c33 = Vector512<float>.Zero;
        Vector512<float> c40 = Vector512<float>.Zero, c41 = Vector512<float>.Zero, c42 = Vector512<float>.Zero, c43 = Vector512<float>.Zero;
        Vector512<float> c50 = Vector512<float>.Zero, c51 = Vector512<float>.Zero, c52 = Vector512<float>.Zero, c53 = Vector512<float>.Zero;
        float* x = block.X + example * block.Stride;
        float* x1 = x + block.Stride;
        float* x2 = x1 + block.Stride;
        float* x3 = x2 + block.Stride;
        float* x4 = x3 + block.Stride;
        float* x5 = x4 + block.Stride;
        float* w = block.W + unit * block.Inputs;
        float* w1 = w + block.Inputs;
        float* w2 = w1 + block.Inputs;
        float* w3 = w2 + block.Inputs;
        for (nint k = 0; k < block.Count; k += 16)
        {
            Vector512<float> v0 = Vector512.Load(w + k);
            Vector512<float> v1 = Vector512.Load(w1 + k);
            Vector512<float> v2 = Vector512.Load(w2 + k);
            Vector512<float> v3 = Vector512.Load(w3 + k);
            Vector512<float> a0 = Vector512.Load(x + k);
            c00 = Vector512.MultiplyAddEstimate(a0, v0, c00);
            c01 = Vector512.MultiplyAddEstimate(a0, v1, c01);
            c02 = Vector512.MultiplyAddEstimate(a0, v2, c02);
            c03 = Vector512.MultiplyAddEstimate(a0, v3, c03);
            Vector512<float> a1 = Vector512.Load(x1 + k);
            c10 = Vector512.MultiplyAddEstimate(a1, v0, c10);
            c11 = Vector512.MultiplyAddEstimate(a1, v1, c11);
            c12 = Vector512.MultiplyAddEstimate(a1, v2, c12);
            c13 = Vector512.MultiplyAddEstimate(a1, v3, c13);
            Vector512<float> a2 = Vector512.Load(x2 + k);
            c20 = Vector512.MultiplyAddEstimate(a2, v0, c20);
            c21 = Vector512.MultiplyAddEstimate(a2, v1, c21);
            c22 = Vector512.MultiplyAddEstimate(a2, v2, c22);
            c23 = Vector512.MultiplyAddEstimate(a2, v3, c23);
            Vector512<float> a3 = Vector512.Load(x3 + k);
            c30 = Vector512.MultiplyAddEstimate(a3, v0, c30);
            c31 = Vector512.MultiplyAddEstimate(a3, v1, c31);
            c32 = Vector512.MultiplyAddEstimate(a3, v2, c32);
            c33 = Vector512.MultiplyAddEstimate(a3, v3, c33);
            Vector512<float> a4 = Vector512.Load(x4 + k);
            c40 = Vector512.MultiplyAddEstimate(a4, v0, c40);
            c41 = Vector512.MultiplyAddEstimate(a4, v1, c41);
            c42 = Vector512.MultiplyAddEstimate(a4, v2, c42);
            c43 = Vector512.MultiplyAddEstimate(a4, v3, c43);
            Vector512<float> a5 = Vector512.Load(x5 + k);
            c50 = Vector512.MultiplyAddEstimate(a5, v0, c50);
            c51 = Vector512.MultiplyAddEstimate(a5, v1, c51);
            c52 = Vector512.MultiplyAddEstimate(a5, v2, c52);
            c53 = Vector512.MultiplyAddEstimate(a5, v3, c53);
        }

        epilogue.Store(example, unit, HorizontalSum.OfFour(c00, c01, c02, c03), block.IsFirst, block.IsLast);
        epilogue.Store(example + 1, unit, HorizontalSum.OfFour(c10, c11, c12, c13), block.IsFirst, block.IsLast);
        epilogue.Store(example + 2, unit, HorizontalSum.OfFour(c20, c21, c22, c23), block.IsFirst, block.IsLast);
        epilogue.Store(example + 3, unit, HorizontalSum.OfFour(c30, c31, c32, c33), block.IsFirst, block.IsLast);
        epilogue.Store(example + 4, unit, HorizontalSum.OfFour(c40, c41, c42, c43), block.IsFirst, block.IsLast);
        epilogue.Store(example + 5, unit, HorizontalSum.OfFour(c50, c51, c52, c53), block.IsFirst, block.IsLast);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x4(Block block, nint example, nint unit, in ActivationEpilogue epilogue)
    {
        Vector512<float> c00 = Vector512<float>.Zero, c01 = Vector512<float>.Zero, c02 = Vector512<float>.Zero, c03 = Vector512<float>.Zero;
        float* x = block.X + example * block.Stride;
        float* w = block.W + unit * block.Inputs;
        float* w1 = w + block.Inputs;
        float* w2 = w1 + block.Inputs;
        float* w3 = w2 + block.Inputs;
        for (nint k = 0; k < block.Count; k += 16)
        {
            Vector512<float> v0 = Vector512.Load(w + k);
            Vector512<float> v1 = Vector512.Load(w1 + k);
            Vector512<float> v2 = Vector512.Load(w2 + k);
            Vector512<float> v3 = Vector512.Load(w3 + k);
            Vector512<float> a0 = Vector512.Load(x + k);
            c00 = Vector512.MultiplyAddEstimate(a0, v0, c00);
            c01 = Vector512.MultiplyAddEstimate(a0, v1, c01);
            c02 = Vector512.MultiplyAddEstimate(a0, v2, c02);
            c03 = Vector512.MultiplyAddEstimate(a0, v3, c03);
        }

        epilogue.Store(example, unit, HorizontalSum.OfFour(c00, c01, c02, c03), block.IsFirst, block.IsLast);
    }

    /// <summary>Some of the inputs of all examples and units.</summary>
    private readonly struct Block(float* x, nint stride, float* w, nint inputs, nint count, bool isFirst, bool isLast)
    {
        public readonly float* X = x;
        public readonly nint Stride = stride;
        public readonly float* W = w;
        public readonly nint Inputs = inputs;
        public readonly nint Count = count;
        public readonly bool IsFirst = isFirst;
        public readonly bool IsLast = isLast;
    }
}
