namespace NetGen;

/// <summary>Half a cosine down, again and again.</summary>
internal sealed record RestartSchedule(double Epochs, double Growth, double Last) : Schedule
{
    /// <inheritdoc/>
    public override double FactorAt(ScheduleMoment moment)
    {
        if (Growth == 1.0)
        {
            return Anneal(1.0, Last, moment.Epoch / Epochs % 1.0);
        }

        // The cosine with the number k starts after epochs * (growth^k - 1) / (growth - 1).
        double k = Math.Floor(Math.Log((moment.Epoch / Epochs * (Growth - 1.0)) + 1.0, Growth));
        double power = Math.Pow(Growth, k);
        double share = ((moment.Epoch / Epochs) - ((power - 1.0) / (Growth - 1.0))) / power;

        // Rounding may put a moment at the border into the neighbour.
        return Anneal(1.0, Last, share >= 1.0 ? 0.0 : Math.Max(share, 0.0));
    }
}
