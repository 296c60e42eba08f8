namespace NetGen.Tests;

/// <summary>Where the sources are that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "NetGen.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No folder around {AppContext.BaseDirectory} holds NetGen.sln.");
    }
}
