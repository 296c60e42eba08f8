using System.Numerics;

namespace NetGen;

/// <summary>Which parameters of a network are penalized: 1 for those, 0 for the others, so that a factor decides within the pieces of an update.</summary>
/// <param name="optimizer">The optimizer's name.</param>
internal sealed unsafe class PenaltyMask<T>(string optimizer) : BlockState<T>(optimizer, "penalized")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private NetworkDescription? filledFor;
    private bool isOfAll;

    /// <summary>
    /// Makes the mask at the first step, and anew where another copy of the optimizer penalizes others; checks that the network is as large as it was.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="ofAll">Whether all parameters that are trained are penalized, or weights alone.</param>
    /// <exception cref="InvalidOperationException">It is that of a network with another number of parameters.</exception>
    public void Begin(NetworkDescription network, bool ofAll)
    {
        Ensure(network);
        if (!ReferenceEquals(filledFor, network) || isOfAll != ofAll)
        {
            Fill(network, ofAll);
            (filledFor, isOfAll) = (network, ofAll);
        }
    }

    /// <summary>Whether a parameter is penalized.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="ofAll">Whether all parameters that are trained are, or weights alone.</param>
    public static bool Includes(ParameterDescription parameter, bool ofAll) =>
        parameter.IsTrainable && (ofAll || parameter.Role == ParameterRole.Weights);

    private void Fill(NetworkDescription network, bool ofAll)
    {
        new Span<T>(First, Length).Clear();
        foreach (ParameterDescription parameter in network.Parameters)
        {
            if (Includes(parameter, ofAll))
            {
                new Span<T>(First + parameter.Offset, parameter.Count).Fill(T.One);
            }
        }
    }
}
