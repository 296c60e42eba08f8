namespace Vectorization;

/// <summary>The equations as they stand, one number at a time: a loop over examples, units and inputs.</summary>
internal sealed class NaiveLoops(Problem problem) : IDenseStep
{
    private const int Inputs = Problem.Inputs;
    private const int Units = Problem.Units;
    private const int Examples = Problem.Examples;

    private readonly float[] parameters = [.. problem.Parameters];
    private readonly float[] gradients = new float[problem.Parameters.Length];
    private readonly float[] dz = new float[Units];

    public string Name => "naive loops";

    public ReadOnlySpan<float> Parameters => parameters;

    public void Step()
    {
        Array.Clear(gradients);
        for (int example = 0; example < Examples; example++)
        {
            for (int unit = 0; unit < Units; unit++)
            {
                float z = parameters[(Units * Inputs) + unit];
                for (int input = 0; input < Inputs; input++)
                {
                    z += parameters[(unit * Inputs) + input] * problem.X[(example * Inputs) + input];
                }

                float a = 1 / (1 + MathF.Exp(-z));
                dz[unit] = a - problem.Y[(example * Units) + unit];
            }

            for (int unit = 0; unit < Units; unit++)
            {
                for (int input = 0; input < Inputs; input++)
                {
                    gradients[(unit * Inputs) + input] += dz[unit] * problem.X[(example * Inputs) + input];
                }

                gradients[(Units * Inputs) + unit] += dz[unit];
            }
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] -= Problem.LearningRate * gradients[i] / Examples;
        }
    }
}
