using System.Text;

namespace NetGen.Data.Csv.Tests;

/// <summary>Whatever is in a file, it becomes a set of finite numbers, or is refused with a <see cref="DataFormatException"/> that names the file.</summary>
public class CsvFuzzTests
{
    private const int Mutations = 4000;

    private static readonly string Valid = Csv.Lines(
        "a,b,c,d,kind", "1,2.5,x,\"p, q\",no", ",1e3,y,\"\"\"quoted\"\"\",yes", "-3,,x,\"two\nlines\",no", "0.5,7,,r,yes");

    private static readonly CsvColumns Columns = new CsvColumns()
        .Number("a", MissingValue.Mean.WithIndicator())
        .Number("b", MissingValue.Median)
        .Category("c", MissingValue.Unknown)
        .OneHot("d")
        .ClassLabel("kind");

    [Fact]
    public void The_valid_file_is_read() => Assert.True(Survives(Encoding.UTF8.GetBytes(Valid)));

    [Fact]
    public void Truncated_files_never_surprise()
    {
        byte[] valid = Encoding.UTF8.GetBytes(Valid);
        for (int length = 0; length < valid.Length; length++)
        {
            Survives(valid[..length]);
        }
    }

    [Fact]
    public void Mutated_files_never_surprise()
    {
        byte[] valid = Encoding.UTF8.GetBytes(Valid);
        byte[] extremes = [.. "\"\",,\n\r;\t 0-.eE\0"u8, 0xff, 0xc3, 0x80];
        Random random = new(1);
        for (int mutation = 0; mutation < Mutations; mutation++)
        {
            List<byte> changed = [.. valid];
            for (int edits = random.Next(1, 8); edits > 0 && changed.Count > 0; edits--)
            {
                int place = random.Next(changed.Count);
                byte value = extremes[random.Next(extremes.Length)];
                switch (random.Next(3))
                {
                    case 0: changed[place] = value; break;
                    case 1: changed.Insert(place, value); break;
                    default: changed.RemoveAt(place); break;
                }
            }

            Survives([.. changed]);
        }
    }

    [Fact]
    public void Random_bytes_and_random_cells_never_surprise()
    {
        Random random = new(2);
        string[] pieces = [",", "\n", "\r\n", "\"", "\"\"", "1", "-2.5", "x", "NaN", "1e400", "a", "b", "c", "d", "kind", " ", "", "é", "\0", "no", "yes"];
        for (int mutation = 0; mutation < Mutations; mutation++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Survives(bytes);
            Survives([.. Encoding.UTF8.GetBytes("a,b,c,d,kind\n"), .. bytes]);
            string cells = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            Survives(Encoding.UTF8.GetBytes("a,b,c,d,kind\n" + cells));
        }
    }

    [Theory]
    [InlineData(1 << 16)]
    [InlineData(1 << 21)]
    public void Long_cells_and_rows_are_read_or_refused(int length)
    {
        Survives(Encoding.UTF8.GetBytes("a,b,c,d,kind\n1,2,x,\"" + new string('z', length) + "\",no\n1,2,x,y,yes\n"));
        Survives(Encoding.UTF8.GetBytes("a,b,c,d,kind\n" + new string(',', length) + "\n"));
        Survives(Encoding.UTF8.GetBytes("a,b,c,d,kind\n\"" + new string('\n', length)));
        Survives(Encoding.UTF8.GetBytes(new string('"', length)));
    }

    private static bool Survives(byte[] file)
    {
        try
        {
            CsvReader<float> reader = CsvReader<float>.Fit(new MemoryStream(file), Columns, name: "fuzzed");
            Dataset<float> data = reader.Read(new MemoryStream(file), "fuzzed");
            Assert.Equal(data.Count * reader.InputSize, data.X.Length);
            Assert.True(data.X.ToArray().All(float.IsFinite));
            return true;
        }
        catch (DataFormatException exception)
        {
            Assert.StartsWith("fuzzed: ", exception.Message, StringComparison.Ordinal);
            return false;
        }
    }
}
