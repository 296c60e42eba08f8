namespace NetGen;

// An attribute with an array among its arguments is a warning (CS3016) in an assembly that says to be CLS-compliant, where a params array counts as one: so up
// to 15 layers there is a constructor for each number of them.
public sealed partial class LayersAttribute
{
    /// <summary>Declares a network of one layer.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    public LayersAttribute(int inputs, int units1)
        : this([inputs, units1])
    {
    }

    /// <summary>Declares a network of 2 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2)
        : this([inputs, units1, units2])
    {
    }

    /// <summary>Declares a network of 3 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3)
        : this([inputs, units1, units2, units3])
    {
    }

    /// <summary>Declares a network of 4 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3, int units4)
        : this([inputs, units1, units2, units3, units4])
    {
    }

    /// <summary>Declares a network of 5 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3, int units4, int units5)
        : this([inputs, units1, units2, units3, units4, units5])
    {
    }

    /// <summary>Declares a network of 6 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3, int units4, int units5, int units6)
        : this([inputs, units1, units2, units3, units4, units5, units6])
    {
    }

    /// <summary>Declares a network of 7 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7])
    {
    }

    /// <summary>Declares a network of 8 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8])
    {
    }

    /// <summary>Declares a network of 9 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    /// <param name="units9">The units of layer 9, n[9], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8, int units9)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8, units9])
    {
    }

    /// <summary>Declares a network of 10 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    /// <param name="units9">The units of layer 9, n[9], at least 1.</param>
    /// <param name="units10">The units of layer 10, n[10], at least 1.</param>
    public LayersAttribute(int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8, int units9, int units10)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8, units9, units10])
    {
    }

    /// <summary>Declares a network of 11 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    /// <param name="units9">The units of layer 9, n[9], at least 1.</param>
    /// <param name="units10">The units of layer 10, n[10], at least 1.</param>
    /// <param name="units11">The units of layer 11, n[11], at least 1.</param>
    public LayersAttribute(
        int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8,
        int units9, int units10, int units11)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8, units9, units10, units11])
    {
    }

    /// <summary>Declares a network of 12 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    /// <param name="units9">The units of layer 9, n[9], at least 1.</param>
    /// <param name="units10">The units of layer 10, n[10], at least 1.</param>
    /// <param name="units11">The units of layer 11, n[11], at least 1.</param>
    /// <param name="units12">The units of layer 12, n[12], at least 1.</param>
    public LayersAttribute(
        int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8,
        int units9, int units10, int units11, int units12)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8, units9, units10, units11, units12])
    {
    }

    /// <summary>Declares a network of 13 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    /// <param name="units9">The units of layer 9, n[9], at least 1.</param>
    /// <param name="units10">The units of layer 10, n[10], at least 1.</param>
    /// <param name="units11">The units of layer 11, n[11], at least 1.</param>
    /// <param name="units12">The units of layer 12, n[12], at least 1.</param>
    /// <param name="units13">The units of layer 13, n[13], at least 1.</param>
    public LayersAttribute(
        int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8,
        int units9, int units10, int units11, int units12, int units13)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8, units9, units10, units11, units12, units13])
    {
    }

    /// <summary>Declares a network of 14 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    /// <param name="units9">The units of layer 9, n[9], at least 1.</param>
    /// <param name="units10">The units of layer 10, n[10], at least 1.</param>
    /// <param name="units11">The units of layer 11, n[11], at least 1.</param>
    /// <param name="units12">The units of layer 12, n[12], at least 1.</param>
    /// <param name="units13">The units of layer 13, n[13], at least 1.</param>
    /// <param name="units14">The units of layer 14, n[14], at least 1.</param>
    public LayersAttribute(
        int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8,
        int units9, int units10, int units11, int units12, int units13, int units14)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8, units9, units10, units11, units12, units13, units14])
    {
    }

    /// <summary>Declares a network of 15 layers.</summary>
    /// <param name="inputs">The number of inputs, n[0], at least 1.</param>
    /// <param name="units1">The units of layer 1, n[1], at least 1.</param>
    /// <param name="units2">The units of layer 2, n[2], at least 1.</param>
    /// <param name="units3">The units of layer 3, n[3], at least 1.</param>
    /// <param name="units4">The units of layer 4, n[4], at least 1.</param>
    /// <param name="units5">The units of layer 5, n[5], at least 1.</param>
    /// <param name="units6">The units of layer 6, n[6], at least 1.</param>
    /// <param name="units7">The units of layer 7, n[7], at least 1.</param>
    /// <param name="units8">The units of layer 8, n[8], at least 1.</param>
    /// <param name="units9">The units of layer 9, n[9], at least 1.</param>
    /// <param name="units10">The units of layer 10, n[10], at least 1.</param>
    /// <param name="units11">The units of layer 11, n[11], at least 1.</param>
    /// <param name="units12">The units of layer 12, n[12], at least 1.</param>
    /// <param name="units13">The units of layer 13, n[13], at least 1.</param>
    /// <param name="units14">The units of layer 14, n[14], at least 1.</param>
    /// <param name="units15">The units of layer 15, n[15], at least 1.</param>
    public LayersAttribute(
        int inputs, int units1, int units2, int units3, int units4, int units5, int units6, int units7, int units8,
        int units9, int units10, int units11, int units12, int units13, int units14, int units15)
        : this([inputs, units1, units2, units3, units4, units5, units6, units7, units8, units9, units10, units11, units12, units13, units14, units15])
    {
    }
}
