using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>Work that several threads do together: each is handed the same job and its place among them.</summary>
/// <typeparam name="TSelf">The job's type: a struct, or a ref struct that holds spans.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParallelJob<TSelf>
    where TSelf : struct, IParallelJob<TSelf>, allows ref struct
{
    /// <summary>Does one worker's part. It must be right for any number of workers, one of them included.</summary>
    /// <param name="job">The job, shared by all workers: what one writes to it, the others may read after a barrier.</param>
    /// <param name="worker">Which worker this is.</param>
    static abstract void Run(ref TSelf job, Worker worker);
}
