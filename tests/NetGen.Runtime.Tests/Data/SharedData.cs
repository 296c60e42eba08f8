namespace NetGen.Runtime.Tests.Data;

/// <summary>The real data beside the repository, which not every machine has.</summary>
internal static class SharedData
{
    /// <summary>The path of a file of the data folder; skips the test where there is none.</summary>
    public static string Require(params string[] names)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "NetGen.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        string path = Path.Combine([root ?? ".", "..", "shared", "data", .. names]);
        Assert.SkipUnless(File.Exists(path), $"The data folder beside the repository has no {string.Join('/', names)}.");
        return path;
    }
}
