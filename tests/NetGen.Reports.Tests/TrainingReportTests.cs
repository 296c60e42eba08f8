using System.Globalization;
using System.Xml.Linq;

namespace NetGen.Reports.Tests;

/// <summary>A page about a training holds all that is known of it.</summary>
public sealed class TrainingReportTests
{
    private const string Hostile = "<script>alert('1')</script> & \"cats\" \u0001 \ud800 ]]> </style>";

    [Fact]
    public void The_page_has_every_section_in_its_order()
    {
        XDocument page = Full().Read();

        Assert.Equal("Irises", page.Descendants("h1").Single().Value);
        Assert.Equal(
            [
                "How it ended", "The cost", "Metrics", "Evaluation", "What was taken for what", "Found and found wrongly", "A note",
                "The learning rate", "The time", "The network", "Hyperparameters",
            ],
            page.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(["Accuracy", "Cost", "Epochs", "Time"], page.Descendants("dt").Select(name => name.Value));
        Assert.Equal("Completed after 21 epochs, 105 steps, 0.32 s: cost 1.099 -> 0.0001235.", page.OfClass("ending").Single().Value);
        Assert.Equal(Trainings.Network.ToString(), page.Section("The network").Descendants("pre").Single().Value);
        Assert.Contains("IrisNet: 4 inputs, 3 outputs, 27 parameters.", page.OfClass("lead").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_a_training_of_which_nothing_else_is_known_leaves_out_the_rest() =>
        Assert.Equal(
            ["How it ended", "The cost", "Metrics", "The learning rate", "The time", "The network"],
            Report(Trainings.History).Read().Descendants("h2").Select(heading => heading.Value));

    [Fact]
    public void Nothing_is_loaded_and_nothing_runs()
    {
        XDocument page = Full().Read();

        // The name of a namespace is no address.
        string text = Full().Text().Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("http:", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "iframe" or "object" or "embed");
        Assert.All(
            page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href"),
            attribute => Assert.StartsWith("data:", attribute.Value, StringComparison.Ordinal));
        Assert.Contains("prefers-color-scheme:dark", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_points_at_a_curve_sees_the_numbers_of_the_history()
    {
        XDocument page = Report(Trainings.History).Read();

        Assert.Equal(
            [
                "epoch 0: training 1.09861 · validation 1.05",
                "epoch 10: training 0.438272 · validation 0.501235",
                "epoch 20: training 0.000123457 · validation 0.3",
            ],
            page.Readings("The cost"));
        Assert.Equal(["epoch 0: accuracy 0.25", "epoch 10: accuracy 0.75", "epoch 20: accuracy 0.875"], page.Readings("Metrics"));
        Assert.Equal(
            ["epoch 0: learning rate 0.01", "epoch 10: learning rate 0.005", "epoch 20: learning rate 0.0025"], page.Readings("The learning rate"));

        // Of ten epochs, a tenth of the time between their records: 5 steps make one.
        Assert.Equal(["epoch 0: time 20", "epoch 10: time 10", "epoch 20: time 20"], page.Readings("The time"));
    }

    [Fact]
    public void The_points_of_a_curve_lie_at_its_values()
    {
        XElement cost = Report(Trainings.History).Read().Section("The cost");
        (double X, double Y)[] points = Points(cost.OfClass("curve").First());

        // Equal distances between epochs 0, 10 and 20, and the heights of the values above the axis of 0.
        double bottom = double.Parse(cost.OfClass("axis").Last().Attribute("y1")!.Value, CultureInfo.InvariantCulture);
        Assert.Equal(points[1].X - points[0].X, points[2].X - points[1].X, tolerance: 0.02);
        Assert.Equal(0.4382716 / 1.0986123, (bottom - points[1].Y) / (bottom - points[0].Y), tolerance: 1e-3);
        Assert.Equal(bottom, points[2].Y, tolerance: 0.1);
    }

    [Fact]
    public void On_an_axis_of_powers_equal_ratios_are_equal_distances()
    {
        TrainingHistory history = new([new(0, 10, null), new(1, 1, null), new(2, 0.1, null)]);
        var report = new TrainingReport("Irises", Trainings.Network, Trainings.Completed(history)) { IsLogarithmic = true };

        (double X, double Y)[] points = Points(report.Read().Section("The cost").OfClass("curve").Single());

        Assert.Equal(points[1].Y - points[0].Y, points[2].Y - points[1].Y, tolerance: 0.02);
    }

    [Fact]
    public void A_history_without_a_record_says_so()
    {
        XDocument page = Report(new([])).Read();

        Assert.Contains("No epoch was completed", page.Section("The cost").Value, StringComparison.Ordinal);
        Assert.Equal(["How it ended", "The cost", "The network"], page.Descendants("h2").Select(heading => heading.Value));
        Assert.Empty(page.OfClass("chart"));
    }

    [Fact]
    public void One_epoch_is_a_dot_with_its_value()
    {
        XDocument page = Report(new([new(3, 0.5, null) { Steps = 1, LearningRate = 0.1, Elapsed = TimeSpan.FromMilliseconds(8) }])).Read();

        Assert.Equal(["epoch 3: training 0.5"], page.Readings("The cost"));
        Assert.Empty(page.Section("The cost").OfClass("curve"));
        Assert.NotEmpty(page.Section("The cost").OfClass("dot"));
        RequireFinite(page);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_cost_that_is_not_finite_is_a_gap_that_says_so(double cost)
    {
        TrainingHistory history = new([new(0, 1, 2), new(1, 0.5, cost), new(2, cost, null), new(3, 0.25, 1), new(4, 0.2, 1)]);
        XDocument page = Report(history).Read();

        string[] readings = page.Readings("The cost");
        Assert.Equal($"epoch 2: training {cost.ToString(CultureInfo.InvariantCulture)} · validation NaN", readings[2]);
        Assert.Equal([2, 2], page.Section("The cost").OfClass("curve").Where(curve => (string)curve.Attribute("data-series")! == "training")
            .Select(curve => Points(curve).Length));
        RequireFinite(page);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.Epsilon, 2 * double.Epsilon)]
    [InlineData(double.MaxValue, double.MinValue)]
    [InlineData(1e308, 1e307)]
    [InlineData(1e20, 1e20)]
    [InlineData(1e15, 1000000000000001)]
    [InlineData(-3, -2.9999999999999996)]
    public void Any_costs_have_a_place(double first, double second)
    {
        TrainingHistory history = new([new(0, first, null), new(int.MaxValue, second, null)]);

        RequireFinite(Report(history).Read());
        RequireFinite(new TrainingReport("Irises", Trainings.Network, Trainings.Completed(history)) { IsLogarithmic = true }.Read());
    }

    [Fact]
    public void A_long_history_has_as_many_readings_as_there_is_room_for_with_its_first_and_last()
    {
        XDocument page = Report(new(Enumerable.Range(0, 5000).Select(epoch => new EpochRecord(epoch, 1.0 / (1 + epoch), null)))).Read();

        string[] readings = page.Readings("The cost");
        Assert.Equal(400, readings.Length);
        Assert.Equal(("epoch 0: training 1", "epoch 4999: training 0.0002"), (readings[0], readings[^1]));
        Assert.Equal(5000, Points(page.Section("The cost").OfClass("curve").Single()).Length);
    }

    [Theory]
    [InlineData(2, 12.5)]
    [InlineData(20, 4.14)]
    public void Values_of_many_curves_are_written_as_small_as_their_chart_is_wide(int curves, double letterHeight)
    {
        var chart = new Chart { Label = "", XName = "epoch", YName = "cost" };
        foreach (int index in Enumerable.Range(10, curves))
        {
            chart.AddCurve($"network {index}", [new(0, index)]);
        }

        XElement reading = new Report("Costs").AddChart("Costs", "", chart).Read().OfClass("reading").Single();
        Assert.Equal(letterHeight, double.Parse(reading.Attribute("font-size")!.Value, CultureInfo.InvariantCulture), tolerance: 0.01);
    }

    [Fact]
    public void A_training_that_diverged_is_shown_with_advice()
    {
        TrainingResult result = Trainings.Completed(Trainings.History) with
        {
            End = TrainingEnd.Diverged,
            Divergence = new(21, "the gradient of W2[0, 3] is Infinity") { Step = 107, Advice = "Try a smaller rate than <0.01>." },
        };
        XElement ending = new TrainingReport("Irises", Trainings.Network, result).Read().Section("How it ended");

        Assert.Contains("in epoch 21, step 107, the gradient of W2[0, 3] is Infinity", ending.OfClass("ending").Single().Value, StringComparison.Ordinal);
        Assert.Single(ending.OfClass("bad"));
        Assert.Equal("Try a smaller rate than <0.01>.", ending.OfClass("advice").Single().Value);
    }

    [Fact]
    public void What_a_callback_has_thrown_is_shown()
    {
        TrainingResult result = Trainings.Completed(Trainings.History) with { End = TrainingEnd.CallbackFailed, Failure = new TimeoutException("too late") };
        XElement ending = new TrainingReport("Irises", Trainings.Network, result).Read().Section("How it ended");

        Assert.Equal("TimeoutException: too late", ending.Descendants("pre").Single().Value);
        Assert.Single(ending.OfClass("bad"));
    }

    [Fact]
    public void The_evaluation_shows_its_counts_and_scores_under_the_names_of_the_classes()
    {
        XDocument page = Full().Read();

        string[][] rows =
        [
            .. page.Section("What was taken for what").Descendants("tr").Skip(1).Select(row => (string[])[.. row.Elements().Select(cell => cell.Value)]),
        ];
        ConfusionMatrix counts = Iris.Evaluation.Confusion!;
        Assert.Equal(["setosa", "versicolor", Hostile.Replace('\u0001', '\ufffd').Replace('\ud800', '\ufffd')], rows.Select(row => row[0]));
        for (int truth = 0; truth < 3; truth++)
        {
            Assert.Equal(Enumerable.Range(0, 3).Select(prediction => $"{counts[truth, prediction]}"), rows[truth][1..]);
        }

        Assert.Equal(Iris.Evaluation.Report!.Macro.F1.ToString("0.0000", CultureInfo.InvariantCulture), Cells(page, "Evaluation", "macro mean")[3]);
    }

    [Fact]
    public void Hyperparameters_are_those_of_optimizer_and_options()
    {
        XDocument page = Full().Read();

        Assert.Equal("Adam, rate 0.01, beta1 0.9, beta2 0.999, epsilon 1E-08", Cells(page, "Hyperparameters", "Optimizer")[1]);
        Assert.Equal("21", Cells(page, "Hyperparameters", "Epochs")[1]);
        Assert.Equal("16", Cells(page, "Hyperparameters", "Batch size")[1]);
        Assert.Equal("from seed 7", Cells(page, "Hyperparameters", "Shuffled")[1]);
        Assert.Equal("0.5", Cells(page, "Hyperparameters", "Largest norm of the gradient")[1]);
        Assert.Equal("6 examples", Cells(page, "Hyperparameters", "Validation")[1]);
        Assert.Equal("3 epochs", Cells(page, "Hyperparameters", "Patience")[1]);
    }

    [Fact]
    public void Names_of_others_are_text_wherever_they_stand()
    {
        var history = new TrainingHistory([new(0, 1, null) { Metrics = [1] }, new(1, 1, null) { Metrics = [2] }], [Hostile]);
        var report = new TrainingReport(Hostile, Trainings.Network, Trainings.Completed(history))
        {
            Lead = Hostile,
            Evaluation = Iris.Evaluation,
            ClassNames = [Hostile, Hostile, Hostile],
        };
        report.AddFacts((Hostile, Hostile)).AddText(Hostile, Hostile, Hostile).AddTable(Hostile, Hostile, [Hostile], [[Hostile]])
            .AddChart(Hostile, Hostile, new BarChart { Label = Hostile }.Add(Hostile, 1, Hostile))
            .AddChart(Hostile, Hostile, new Chart { Label = Hostile, XName = Hostile, YName = Hostile }.AddPoints(Hostile, [new(1, 2)], 0))
            .AddPictures(Hostile, Hostile, [new PictureCard(new Picture(1, 1), Hostile, Hostile, IsMistake: true)]);

        XDocument page = report.Read();

        Assert.Empty(page.Descendants("script"));
        Assert.Single(page.Descendants("style"));
        Assert.DoesNotContain("<script", report.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Hostile.Replace('\u0001', '\ufffd').Replace('\ud800', '\ufffd'), page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void Another_number_of_class_names_is_refused()
    {
        var report = new TrainingReport("Irises", Trainings.Network, Trainings.Completed(Trainings.History))
        {
            Evaluation = Iris.Evaluation,
            ClassNames = ["a", "b"],
        };

        var refusal = Assert.Throws<ArgumentException>(() => report.WriteTo(new MemoryStream()));
        Assert.StartsWith("classNames holds 2 names, but there are 3 classes: each needs one.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_the_same_under_every_culture()
    {
        string page = Full().Text();
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "\u2212");
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal(page, Full().Text());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static TrainingReport Report(TrainingHistory history) => new("Irises", Trainings.Network, Trainings.Completed(history));

    private static TrainingReport Full()
    {
        var report = new TrainingReport("Irises", Trainings.Network, Trainings.Completed(Trainings.History))
        {
            Options = new TrainingOptions { Epochs = 21, BatchSize = 16, Seed = 7, ClipNorm = 0.5, Validation = Iris.Set, Patience = 3 },
            Evaluation = Iris.Evaluation,
            ClassNames = ["setosa", "versicolor", Hostile],
        };
        report.AddOptimizer(new Adam<float>(0.01)).AddText("A note", "", "of one's own");
        return report;
    }

    private static string[] Cells(XDocument page, string heading, string row) =>
        [.. page.Section(heading).Descendants("tr").Single(line => line.Elements().First().Value == row).Elements().Select(cell => cell.Value)];

    private static (double X, double Y)[] Points(XElement curve) =>
        [.. curve.Attribute("points")!.Value.Split(' ').Select(point => point.Split(','))
            .Select(point => (double.Parse(point[0], CultureInfo.InvariantCulture), double.Parse(point[1], CultureInfo.InvariantCulture)))];

    /// <summary>All places are numbers, within the chart.</summary>
    private static void RequireFinite(XDocument page)
    {
        string[] names = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height"];
        foreach (XElement chart in page.OfClass("chart"))
        {
            foreach (XAttribute place in chart.Descendants().Attributes().Where(attribute => names.Contains(attribute.Name.LocalName)))
            {
                Assert.InRange(double.Parse(place.Value, CultureInfo.InvariantCulture), -1, 800);
            }

            Assert.All(chart.OfClass("curve"), curve => Assert.All(Points(curve), point => Assert.InRange(point.X + point.Y, 0, 1600)));
        }
    }
}
