namespace NetGen.Samples.Tests;

/// <summary>Real data that developers may have beside the project; tests that need it are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The folder of a data set.</summary>
    /// <param name="name">cat or mnist.</param>
    public static string Require(string name)
    {
        string folder = Path.GetFullPath(Path.Combine(SampleProcess.RepositoryRoot, "..", "shared", "data", name));
        Assert.SkipUnless(Directory.Exists(folder), $"The {name} data is not on this machine (../shared/data/{name}).");
        return folder;
    }
}
