using NetGen;

namespace BirdStrikes;

/// <summary>
/// The probability that a collision with an animal damages the aircraft: numbers beside categories. Where there are many names, each becomes some numbers that
/// are learned with all else; where there are few, it is one-hot. Class 0 of each stands for whatever the training did not know.
/// </summary>
[Network]
internal sealed partial class StrikeNet
{
    private static Node Define(
        [Shape(4)] Node numbers,
        [Categories(80, Unknown = 0)] Node aircraft,
        [Categories(50, Unknown = 0)] Node airline,
        [Categories(60, Unknown = 0)] Node airport,
        [Categories(40, Unknown = 0)] Node species,
        [Categories(4, Unknown = 0)] Node size,
        [Categories(8, Unknown = 0)] Node phase,
        [Categories(5, Unknown = 0)] Node time)
    {
        Node row = Node.Concat(
            numbers.Standardize(), aircraft.Embed(4), airline.Embed(3), airport.Embed(3), species.Embed(3), size.OneHot(), phase.OneHot(), time.OneHot());
        return row.Dense(24).Relu().Dropout(0.3).Dense(1).Sigmoid();
    }
}
