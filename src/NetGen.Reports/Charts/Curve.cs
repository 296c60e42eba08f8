namespace NetGen.Reports;

/// <summary>A curve of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Points">Its points from left to right, those that cannot be drawn among them.</param>
internal sealed record Curve(string Name, ChartPoint[] Points)
{
    /// <summary>The points that can be drawn, in runs: between two of them lies at least one that cannot.</summary>
    /// <param name="isLogarithmic">Whether a point must be above zero.</param>
    public List<List<ChartPoint>> Runs(bool isLogarithmic)
    {
        List<List<ChartPoint>> runs = [];
        bool isOpen = false;
        foreach (ChartPoint point in Points)
        {
            bool isDrawn = point.IsDrawable(isLogarithmic);
            if (isDrawn && !isOpen)
            {
                runs.Add([]);
            }

            isOpen = isDrawn;
            if (isDrawn)
            {
                runs[^1].Add(point);
            }
        }

        return runs;
    }
}
