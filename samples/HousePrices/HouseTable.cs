using NetGen;
using NetGen.Numerics;

namespace HousePrices;

/// <summary>
/// A small table of houses, drawn from a formula, so that it is known what there is to be found: price = 2.5 size + 15 bedrooms - 60, in thousands, with a
/// noise of 20 and never below 1.
/// </summary>
internal static class HouseTable
{
    /// <summary>The formula in words.</summary>
    public const string Formula = "price = 2.5 size + 15 bedrooms - 60 thousand, with a normal noise of 20 thousand, and never below 1 thousand";

    private const int Count = 120;

    // Networks learn best from numbers near one.
    private const float PriceUnit = 100;

    /// <summary>Draws the houses.</summary>
    public static House[] Draw()
    {
        var random = new RandomSource(1);
        var houses = new House[Count];
        for (int i = 0; i < houses.Length; i++)
        {
            double size = 20 + (160 * random.NextDouble());
            int bedrooms = (int)Math.Clamp(Math.Round((size / 40) + (0.6 * random.NextNormal())), 0, 5);
            double price = Math.Max(1, (2.5 * size) + (15 * bedrooms) - 60 + (20 * random.NextNormal()));
            houses[i] = new House(MathF.Round((float)size), bedrooms, MathF.Round((float)price));
        }

        return houses;
    }

    /// <summary>The houses as a network takes them.</summary>
    /// <param name="houses">The houses.</param>
    public static Dataset<float> ToDataset(IEnumerable<House> houses) => Dataset<float>.FromRows(
        [.. houses.SelectMany(house => (float[])[house.Size, house.Bedrooms])],
        inputSize: 2,
        [.. houses.Select(house => house.Price / PriceUnit)],
        outputSize: 1);

    /// <summary>A network's output as a price in thousands.</summary>
    /// <param name="output">The output.</param>
    public static float ToPrice(float output) => output * PriceUnit;
}
