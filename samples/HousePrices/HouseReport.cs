using NetGen.Reports;

namespace HousePrices;

/// <summary>The report: both cost curves, the fitted curves over the houses, and what becomes of very small places.</summary>
internal static class HouseReport
{
    private const int Bedrooms = 2;

    public static Report Write(PriceModel linear, PriceModel relu, House[] train, House[] test)
    {
        var report = new Report("What does a house cost?")
        {
            Lead = FormattableString.Invariant($"Two small networks learned from {train.Length} houses of which size, bedrooms and price are known. ")
                + $"The prices were drawn from a formula: {HouseTable.Formula}.",
        };
        report.AddFacts(
            ("Error, linear output", Thousand(linear.TestError)),
            ("Error, ReLU output", Thousand(relu.TestError)),
            ("10 m², linear output", Thousand(linear.Price(10, 0))),
            ("10 m², ReLU output", Thousand(relu.Price(10, 0))));
        report.AddChart(
            "The cost falls",
            "Half the mean squared error over the training houses, prices in hundreds of thousands, every 100 iterations. "
                + "Each line up is ten times the line below.",
            new Chart { Label = "Cost by iteration of both networks.", XName = "iteration", YName = "cost", IsLogarithmic = true }
                .AddCost("linear", linear.Result.History)
                .AddCost("ReLU", relu.Result.History));
        report.AddChart(
            "The fitted curves",
            $"The price of a house with {Bedrooms} bedrooms by its size, as each network sees it, over all houses of the table. "
                + "Both follow the houses; where there are none, only the ReLU stays at zero.",
            FittedCurves(linear, relu, [.. train, .. test]));
        report.AddTable(
            "Very small places",
            $"The smallest house of the table has {train.Concat(test).Min(house => house.Size)} m²: below that the networks have to guess. "
                + "A linear output guesses prices below zero, which no house has; a ReLU cannot.",
            ["Place", "Size", "Linear output", "ReLU output"],
            new (string Name, float Size, int Bedrooms)[]
                { ("Garden shed", 4, 0), ("Parking space", 10, 0), ("Garage", 16, 0), ("One room", 24, 0), ("Small flat", 40, 1) }
                .Select(place => (string[])
                [
                    place.Name,
                    FormattableString.Invariant($"{place.Size} m²"),
                    Thousand(linear.Price(place.Size, place.Bedrooms)),
                    Thousand(relu.Price(place.Size, place.Bedrooms)),
                ]));
        return report;
    }

    private static Chart FittedCurves(PriceModel linear, PriceModel relu, House[] houses) =>
        new Chart { Label = "Price by size: the houses and the fitted curves.", XName = "size, m²", YName = "price, thousand", Height = 440 }
            .AddPoints("houses", houses.Select(house => new ChartPoint(house.Size, house.Price)), series: 2)
            .AddCurve("linear", Curve(linear))
            .AddCurve("ReLU", Curve(relu));

    private static IEnumerable<ChartPoint> Curve(PriceModel model) =>
        Enumerable.Range(0, 201).Select(size => new ChartPoint(size, model.Price(size, Bedrooms)));

    private static string Thousand(double price) => FormattableString.Invariant($"{price:0.0} k");
}
