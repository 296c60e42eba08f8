using NetGen.Numerics;

namespace NetGen.Runtime.Tests.Training;

public class ParameterInitializerTests
{
    [Theory]
    [InlineData(Initializer.ScaledNormal)]
    [InlineData(Initializer.SmallNormal)]
    [InlineData(Initializer.He)]
    public void Normal_weights_are_numpys_draws_layer_by_layer_row_by_row(Initializer initializer)
    {
        var random = new NumPyRandom(1);
        double Draw(int inputs) => initializer switch
        {
            Initializer.ScaledNormal => random.NextNormal() / Math.Sqrt(inputs),
            Initializer.SmallNormal => random.NextNormal() * 0.01,
            _ => random.NextNormal() * Math.Sqrt(2.0 / inputs),
        };
        double[] first = [.. Enumerable.Range(0, 6).Select(_ => Draw(2))];
        double[] second = [.. Enumerable.Range(0, 3).Select(_ => Draw(3))];
        Assert.Equal([.. first, 0.0, 0.0, 0.0, .. second, 0.0], Fill<double>(initializer, new NumPyRandom(1)));
    }

    [Fact]
    public void The_first_weight_of_seed_1_is_the_published_one() =>
        Assert.Equal(1.6243453636632417 / Math.Sqrt(2.0), Fill<double>(Initializer.ScaledNormal, new NumPyRandom(1))[0]);

    [Fact]
    public void Glorot_weights_are_numpys_uniform_draws_between_the_limits()
    {
        var random = new NumPyRandom(1);
        double[] actual = Fill<double>(Initializer.GlorotUniform, new NumPyRandom(1));
        double limit = Math.Sqrt(6.0 / 5.0);
        Assert.All(actual[..6], weight => Assert.Equal(-limit + ((limit + limit) * random.NextDouble()), weight));
        limit = Math.Sqrt(6.0 / 4.0);
        Assert.All(actual[9..12], weight => Assert.Equal(-limit + ((limit + limit) * random.NextDouble()), weight));
    }

    [Fact]
    public void Zero_weights_draw_nothing()
    {
        var random = new NumPyRandom(1);
        float[] parameters = [.. Enumerable.Repeat(1f, 13)];
        ParameterInitializer.Fill<float>(Description(Initializer.Zeros), parameters, random);
        Assert.All(parameters, value => Assert.Equal(0f, value));
        Assert.Equal(1.6243453636632417, random.NextNormal());
    }

    [Fact]
    public void Single_precision_weights_are_the_double_ones_rounded() =>
        Assert.Equal(Fill<double>(Initializer.He, new NumPyRandom(3)).Select(value => (float)value), Fill<float>(Initializer.He, new NumPyRandom(3)));

    [Fact]
    public void A_seed_draws_the_same_parameters_every_time_and_another_seed_others()
    {
        double[] first = new double[13], again = new double[13], other = new double[13];
        NetworkDescription description = Description(Initializer.ScaledNormal);
        ParameterInitializer.Fill<double>(description, first, seed: 1);
        ParameterInitializer.Fill<double>(description, again, seed: 1);
        ParameterInitializer.Fill<double>(description, other, seed: 2);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData(Initializer.ScaledNormal, 0.1)]
    [InlineData(Initializer.SmallNormal, 0.01)]
    [InlineData(Initializer.He, 0.1414)]
    [InlineData(Initializer.GlorotUniform, 0.0816)]
    public void Weights_spread_as_declared(Initializer initializer, double deviation)
    {
        var description = new NetworkDescription("Net", [new DenseDescription(100, 200, Activation.Relu)], Loss.SquaredError, initializer);
        double[] parameters = new double[description.ParameterCount];
        ParameterInitializer.Fill<double>(description, parameters, seed: 5);
        double[] weights = parameters[..20000];
        Assert.Equal(0.0, weights.Average(), deviation / 20);
        Assert.Equal(deviation, Math.Sqrt(weights.Average(weight => weight * weight)), deviation / 20);
        Assert.All(parameters[20000..], bias => Assert.Equal(0.0, bias));
    }

    [Fact]
    public void A_wrong_length_is_refused() =>
        Assert.StartsWith(
            "parameters holds 3 values, but Net has 13 parameters: it must hold exactly 13.",
            Assert.Throws<ArgumentException>("parameters", () => ParameterInitializer.Fill<float>(Description(Initializer.He), new float[3], seed: 0)).Message);

    [Fact]
    public void No_network_and_no_generator_are_refused()
    {
        Assert.Throws<ArgumentNullException>("description", () => ParameterInitializer.Fill<float>(null!, new float[3], seed: 0));
        Assert.Throws<ArgumentNullException>("random", () => ParameterInitializer.Fill<float>(Description(Initializer.He), new float[13], (RandomSource)null!));
        Assert.Throws<ArgumentNullException>("random", () => ParameterInitializer.Fill<float>(Description(Initializer.He), new float[13], (NumPyRandom)null!));
    }

    private static NetworkDescription Description(Initializer initializer) =>
        new("Net", [new DenseDescription(2, 3, Activation.Relu), new DenseDescription(3, 1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, initializer);

    private static T[] Fill<T>(Initializer initializer, NumPyRandom random)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] parameters = new T[13];
        Array.Fill(parameters, T.One);
        ParameterInitializer.Fill<T>(Description(initializer), parameters, random);
        return parameters;
    }
}
