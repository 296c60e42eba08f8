namespace NetGen;

/// <summary>Top-k accuracy: whether the class of an example is among the k that its outputs put first.</summary>
internal static class TopK
{
    /// <summary>The part of the examples for which it is; of equal outputs the first comes first, as in the class that is predicted.</summary>
    public static double Accuracy(Predictions predictions, int k)
    {
        double[] y = new double[predictions.Outputs], yhat = new double[predictions.Outputs];
        int right = 0;
        for (int example = 0; example < predictions.Count; example++)
        {
            predictions.Copy(example, y, yhat);
            right += Predictions.IsDecided(yhat) && PlaceOf(predictions.ClassOf(example), yhat) < k ? 1 : 0;
        }

        return (double)right / predictions.Count;
    }

    /// <summary>How many classes come before one.</summary>
    private static int PlaceOf(int actual, double[] yhat)
    {
        if (yhat.Length == 1)
        {
            return yhat[0] > 0.5 == (actual == 1) ? 0 : 1;
        }

        int place = 0;
        for (int other = 0; other < yhat.Length; other++)
        {
            place += yhat[other] > yhat[actual] || (yhat[other] == yhat[actual] && other < actual) ? 1 : 0;
        }

        return place;
    }
}
