namespace NetGen.Runtime.Tests.Data;

/// <summary>Files exchanged with NumPy, where it is installed.</summary>
public class NumPyFilesTests
{
    [Fact]
    public void Files_written_by_NumPy_are_read()
    {
        using TemporaryFolder folder = new();
        Python.Run(
            """
            import sys, numpy
            out = sys.argv[1]
            types = ['?', 'u1', 'i1'] + [order + kind + size for kind in 'uif' for size in '1248' for order in '<>' if (kind, size) != ('f', '1')]
            a = numpy.arange(24).reshape(2, 3, 4)
            for i, t in enumerate(types):
                numpy.save(out + f'c{i}.npy', (a % 2 if t == '?' else a).astype(t))
                numpy.save(out + f'f{i}.npy', numpy.asfortranarray((a % 2 if t == '?' else a).astype(t)))
            for version in (1, 2, 3):
                with open(out + f'v{version}.npy', 'wb') as f:
                    numpy.lib.format.write_array(f, a, (version, 0))
            numpy.savez(out + 'stored.npz', W1=a, scalar=numpy.float32(0.5))
            numpy.savez_compressed(out + 'deflated.npz', W1=a, zeros=numpy.zeros((1000, 1000)))
            """,
            folder.Prefix);

        double[] expected = [.. Enumerable.Range(0, 24).Select(i => (double)i)];
        for (int type = 0; type < 25; type++)
        {
            double[] typed = type == 0 ? [.. expected.Select(value => value % 2)] : expected;
            Assert.Equal(typed, NpyFile.Read(folder[$"c{type}.npy"]).ToArray<double>());
            Assert.Equal(typed, NpyFile.Read(folder[$"f{type}.npy"]).ToArray<double>());
        }

        for (int version = 1; version <= 3; version++)
        {
            Assert.Equal(expected, NpyFile.Read(folder[$"v{version}.npy"]).ToArray<double>());
        }

        IReadOnlyDictionary<string, NdArray> stored = NpzFile.Read(folder["stored.npz"]);
        Assert.Equal(expected, stored["W1"].ToArray<double>());
        Assert.Equal([0.5f], stored["scalar"].ToArray<float>());
        IReadOnlyDictionary<string, NdArray> deflated = NpzFile.Read(folder["deflated.npz"]);
        Assert.Equal([2, 3, 4], deflated["W1"].Shape);
        Assert.Equal(1_000_000, deflated["zeros"].Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Files_written_here_are_read_by_NumPy(bool compress)
    {
        using TemporaryFolder folder = new();
        NpyFile.Write<float>(folder["x.npy"], [0.5f, 1, 2, 3, 4, 5], 2, 3);
        NpzFile.Write(folder["x.npz"], [new("W1", NdArray.Create<double>([0.1, -2], 1, 2)), new("n", NdArray.Create<int>([7]))], compress);
        string output = Python.Run(
            """
            import sys, numpy
            x = numpy.load(sys.argv[1] + 'x.npy', allow_pickle=False)
            z = numpy.load(sys.argv[1] + 'x.npz', allow_pickle=False)
            print(x.dtype, x.shape, x.tolist(), z.files, z['W1'].dtype, z['W1'].shape, z['W1'].tolist(), z['n'].dtype, z['n'].shape, int(z['n']))
            """,
            folder.Prefix);
        Assert.Equal("float32 (2, 3) [[0.5, 1.0, 2.0], [3.0, 4.0, 5.0]] ['W1', 'n'] float64 (1, 2) [[0.1, -2.0]] int32 () 7", output.Trim());
    }
}
