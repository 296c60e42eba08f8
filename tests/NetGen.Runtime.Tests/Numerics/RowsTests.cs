using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>Rows are copied to their places, and nothing between them is touched.</summary>
public class RowsTests
{
    private static IEnumerable<int> Shares(int rows)
    {
        for (int left = rows, share; left > 0; left -= share)
        {
            yield return share = Rows.NextShare(left, 288, 24);
        }
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(209, "209")]
    [InlineData(288, "288")]
    [InlineData(289, "168 121")]
    [InlineData(800, "288 264 248")]
    [InlineData(865, "240 216 216 193")]
    public void Shares_are_few_and_nearly_equal(int rows, string expected) => Assert.Equal(expected, string.Join(' ', Shares(rows)));

    [Fact]
    public void No_share_of_many_rows_is_small() => Assert.All(Enumerable.Range(289, 10_000), static rows =>
    {
        int[] shares = [.. Shares(rows)];
        Assert.Equal(rows, shares.Sum());
        Assert.All(shares, static share => Assert.InRange(share, 100, 288));
        Assert.All(shares[..^1], static share => Assert.Equal(0, share % 24));
    });

    [Fact]
    public void A_share_of_any_number_of_rows_does_not_overflow() => Assert.Equal(288, Rows.NextShare(int.MaxValue, 288, 24));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(5, 8)]
    [InlineData(2, 13)]
    [InlineData(4, 48)]
    public void Copying_leaves_what_lies_between_the_rows(int rows, int columns)
    {
        const float Untouched = -1;
        int sourceStride = columns + 3;
        int stride = columns + 2;
        float[] source = [.. Enumerable.Range(0, rows * sourceStride).Select(static value => (float)value)];
        float[] destination = new float[rows * stride];
        destination.AsSpan().Fill(Untouched);

        Rows.CopyColumns(ref source[0], sourceStride, rows, columns, ref destination[0], stride);

        for (int row = 0; row < rows; row++)
        {
            Assert.Equal(source.AsSpan(row * sourceStride, columns), destination.AsSpan(row * stride, columns));
            Assert.Equal([Untouched, Untouched], destination.AsSpan(row * stride + columns, 2));
        }
    }

    [Theory]
    [InlineData(16, 8)]
    [InlineData(20, 8)]
    [InlineData(7, 4)]
    public void Tiles_hold_some_columns_of_all_rows(int columns, int width)
    {
        const int Room = 48;
        const int Count = 37;
        int stride = columns + 5;
        double[] source = [.. Enumerable.Range(0, Room * stride).Select(static value => (double)value)];
        double[] tiles = new double[(columns + width - 1) / width * width * Room];

        Rows.CopyTiles(ref source[0], stride, columns, 0, 20, ref tiles[0], width, Room);
        Rows.CopyTiles(ref source[0], stride, columns, 20, Count, ref tiles[0], width, Room);

        for (int row = 0; row < Room; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double expected = row < Count ? source[row * stride + column] : 0;
                Assert.Equal(expected, tiles[column / width * width * Room + row * width + column % width]);
            }
        }
    }
}
